// FeatureTool
