// FeatureEngine
