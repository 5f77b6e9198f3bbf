// An author writes `import FeatureSpec` and has the words of the algebra with it.
@_exported public import FeatureAlgebra
