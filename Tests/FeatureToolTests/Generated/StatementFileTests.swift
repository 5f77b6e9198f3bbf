import FeatureSQL
import Testing

@testable import FeatureTool

@Suite struct StatementFileTests {
  private func statement(_ name: String, _ sql: String) -> Statement {
    Statement(family: .features, name: name, sql: sql, parameters: [], columns: [])
  }

  @Test func `statements end with a semicolon, a comment in their place does not`() {
    #expect(StatementFile.text([statement("a", "SELECT 1\n")]) == "SELECT 1;\n")
    #expect(
      StatementFile.text([statement("a", "-- by hand\n-- in Swift\n")])
        == "-- by hand\n-- in Swift\n")
  }
}
