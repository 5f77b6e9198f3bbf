// FeatureLedgerTests
