// FeatureKernels
