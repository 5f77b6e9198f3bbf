import Testing

@testable import FeatureTesting

/// FeatureTesting has no test target of its own: what it records is proven here.
@Suite struct SourceLiteralTests {
  private func replaced(
    _ old: String, in source: String, at place: (line: Int, column: Int), with text: String
  ) -> String? {
    SourceLiteral(source: source).replaced(
      old, inCallAt: place.line, column: place.column, with: text)
  }

  @Test func `an empty literal gets lines of its own`() {
    let source = "  expectText(sql(\"x)\")) { \"\" }\n"
    #expect(
      replaced("", in: source, at: (1, 13), with: "a\n\nb")
        == "  expectText(sql(\"x)\")) {\n    \"\"\"\n    a\n\n    b\n    \"\"\"\n  }\n")
  }

  @Test func `a literal of several lines keeps its place`() {
    let source = """
      // "not this (one"
      try expectSQL(
        "features", of: { "p" }(), in: spec  // nor this )
      ) {
        \"""
        SELECT 1
        \"""
      }
      """
    #expect(
      replaced("SELECT 1", in: source, at: (2, 14), with: "SELECT 2")
        == source.replacing("SELECT 1", with: "SELECT 2"))
  }

  @Test func `backslashes and quotes make the literal raw`() {
    #expect(
      replaced("a", in: "f() { \"a\" }", at: (1, 2), with: "\\.x")
        == "f() {\n  #\"\"\"\n  \\.x\n  \"\"\"#\n}")
    #expect(
      replaced("\\.x", in: "f() {\n  #\"\"\"\n  \\.x\n  \"\"\"#\n}", at: (1, 2), with: "")
        == "f() {\n  \"\"\n}")
  }

  @Test(arguments: ["f() { text }", "f(\"a\")", "f() { \"b\" }", ""])
  func `without the literal that was compiled nothing is changed`(source: String) {
    #expect(replaced("a", in: source, at: (1, 2), with: "c") == nil)
  }

  @Test func `a difference has the lines of both texts`() {
    #expect(difference("a\nb\nc", "a\nx\nc") == "  a\n- b\n+ x\n  c")
  }
}
