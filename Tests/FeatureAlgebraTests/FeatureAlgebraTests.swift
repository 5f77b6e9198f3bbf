// FeatureAlgebraTests
