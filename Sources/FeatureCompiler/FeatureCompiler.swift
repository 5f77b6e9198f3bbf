// FeatureCompiler
