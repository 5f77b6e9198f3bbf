import DuckDB
import Testing

/// Reading in place, over more rows than one chunk holds.
@Suite struct ChunkTests {
  let connection: Connection

  init() throws {
    connection = try Database().connect()
  }

  @Test func `a long result comes in chunks that add up, in order`() throws {
    var next: Int64 = 0
    var chunks = 0
    try connection.query("FROM range(10000)").forEachChunk { chunk in
      let numbers = try chunk.column(0, as: Int64.self)
      for row in 0..<chunk.count {
        #expect(numbers[row] == next)
        next += 1
      }
      chunks += 1
    }
    #expect(next == 10_000)
    #expect(chunks >= 5)
  }

  @Test func `NULLs are told by the validity, row by row and by words`() throws {
    let result = try connection.query(
      "SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i / 2 END FROM range(5000) r(i) ORDER BY i")
    var row = 0
    var nulls = 0
    while let chunk = result.nextChunk() {
      let column = try chunk.column(0, as: Double.self)
      #expect(!column.validity.isAllValid)
      for place in 0..<chunk.count {
        let bit = column.validity.word(place / 64) >> UInt64(place % 64) & 1
        #expect(column.isValid(place) == (row % 3 != 0))
        #expect((bit == 1) == (row % 3 != 0))
        if column.isValid(place) { #expect(column[place] == Double(row) / 2) }
        row += 1
      }
      nulls += column.validity.nullCount
    }
    #expect(nulls == 1667)  // 0, 3, ... 4998
  }

  @Test func `values are read in bulk`() throws {
    let result = try connection.query("SELECT i / 4 FROM range(5000) r(i) ORDER BY i")
    var copied: [Double] = []
    var sum = 0.0
    while let chunk = result.nextChunk() {
      let column = try chunk.column(0, as: Double.self)
      column.append(to: &copied)
      sum += column.withSpan { span in span.indices.reduce(0) { $0 + span[$1] } }
    }
    #expect(copied == (0..<5000).map { Double($0) / 4 })
    #expect(sum == 4999 * 5000 / 2 / 4)
  }

  @Test func `a column outlives its chunk, its result and its database`() throws {
    func texts() throws -> TextView {
      let result = try Database().connect().query(
        "SELECT 'a text longer than twelve bytes ' || i FROM range(3) r(i) ORDER BY i")
      return try #require(result.nextChunk()).text(0)
    }
    let view = try texts()
    #expect(view[2] == "a text longer than twelve bytes 2")
    #expect(view.withUTF8(0) { $0.count } == 33)
  }

  @Test func `lists are ranges into the elements of all rows`() throws {
    let chunk = try #require(
      connection.query("FROM (VALUES ([1.5, 2.5]::DOUBLE[]), (NULL), ([]), ([3.5]))").nextChunk())
    let lists = try chunk.list(0)
    let elements = try lists.elements(as: Double.self)
    #expect((0..<4).map { lists[$0].map { elements[$0] } } == [[1.5, 2.5], [], [], [3.5]])
    #expect((0..<4).map(lists.isValid) == [true, false, true, true])
  }

  @Test func `truth values are read as Bool and as bytes`() throws {
    let chunk = try #require(connection.query("FROM (VALUES (true), (false))").nextChunk())
    #expect(try chunk.column(0, as: Bool.self)[0])
    #expect(try chunk.column(0, as: UInt8.self)[1] == 0)
  }

  @Test func `a column is not read as another type`() throws {
    let result = try connection.query("SELECT 1::DOUBLE AS points, 'x' AS name")
    let chunk = try #require(result.nextChunk())
    let error = #expect(throws: DuckDBError.self) { try chunk.column(0, as: Int64.self) }
    #expect(error?.code == .mismatchedType)
    #expect(error?.message == "column \"points\" is DOUBLE; it cannot be read as Int64")
    #expect(code { try chunk.text(0) } == .mismatchedType)
    #expect(code { try chunk.list(1) } == .mismatchedType)
    #expect(result.index(of: "name") == 1)
    #expect(result.index(of: "nobody") == nil)
  }

  @Test func `a type that is not read says so`() throws {
    #expect(code { try connection.query("SELECT INTERVAL 1 DAY").rows() } == .unsupported)
  }

  @Test func `one value is asked of one row and one column only`() throws {
    #expect(code { try connection.query("FROM range(2)").value() } == .invalidInput)
    #expect(code { try connection.query("SELECT 1, 2").value() } == .invalidInput)
    #expect(code { try connection.query("SELECT 1 LIMIT 0").value() } == .invalidInput)
  }
}
