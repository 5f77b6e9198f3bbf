// FeaturePlan
