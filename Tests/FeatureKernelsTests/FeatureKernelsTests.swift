// FeatureKernelsTests
