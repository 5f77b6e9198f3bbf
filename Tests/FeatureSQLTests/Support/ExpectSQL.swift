import Testing

/// Compares whole texts and, where they differ, shows what came out.
func expectText(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  if actual == expected { return }
  Issue.record("this came out instead:\n\(actual)", sourceLocation: sourceLocation)
}
