// FeatureEngineTests
