import DuckDB
import Testing

@Suite struct WordTableTests {
  @Test func `texts become codes in the order they were first seen, NULL becomes -1`() throws {
    let chunk = try #require(
      Database().connect().query(
        "FROM (VALUES ('b'), (NULL), ('a word longer than twelve bytes'), ('b'), (''))"
      ).nextChunk())
    var table = WordTable()
    var codes: [Int32] = []
    table.encode(try chunk.text(0), into: &codes)
    #expect(codes == [0, -1, 1, 0, 2])
    #expect(table.words == ["b", "a word longer than twelve bytes", ""])
    #expect(table.code(for: "b") == 0)
    #expect(table.code(for: "new") == 3)
  }

  /// Lengths around the eight bytes that are compared at once, prefixes of one another among them.
  @Test func `many words keep their codes while the table grows`() {
    let words = (0..<20_000).map { String(repeating: "x", count: $0 % 18) + String($0) }
    var table = WordTable()
    #expect(words.map { table.code(for: $0) } == (0..<20_000).map(Int32.init))
    #expect(words.reversed().map { table.code(for: $0) } == (0..<20_000).reversed().map(Int32.init))
    #expect(table.words == words)
  }
}
