// FeatureSQLTests
