// FeatureAlgebra
