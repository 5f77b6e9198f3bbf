// FeatureTesting
