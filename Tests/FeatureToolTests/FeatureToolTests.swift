// FeatureToolTests
