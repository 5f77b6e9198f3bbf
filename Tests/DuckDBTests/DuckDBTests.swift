import DuckDB
import Testing

@Suite struct LibraryTests {
  @Test func `the loaded library says its version`() {
    #expect(Library.version.hasPrefix("v"))
  }
}
