// FeatureLedger
