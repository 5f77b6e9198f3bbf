// FeatureSQL
