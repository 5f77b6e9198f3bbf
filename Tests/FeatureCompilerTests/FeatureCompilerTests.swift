// FeatureCompilerTests
