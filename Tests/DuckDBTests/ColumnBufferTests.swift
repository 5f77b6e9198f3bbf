import DuckDB
import Testing

/// Columns handed to DuckDB, by scan and by append, come back as they were.
@Suite struct ColumnBufferTests {
  let connection: Connection

  init() throws {
    connection = try Database().connect()
  }

  /// 5,000 rows, so three vectors, of every type; every seventh row is NULL.
  static let count = 5000
  static let validity = ColumnBuffer.validity((0..<count).map { $0 % 7 != 0 })

  static let columns: [ColumnBuffer] = {
    let rows = Array(0..<count)
    let words = ["short", "a word longer than twelve bytes", "Jokić", ""]
    return [
      ColumnBuffer("row", .bigint(rows.map(Int64.init))),
      ColumnBuffer("boolean", .boolean(rows.map { $0 % 3 == 0 }), validity: validity),
      ColumnBuffer("integer", .integer(rows.map { Int32($0) - 2500 }), validity: validity),
      ColumnBuffer("bigint", .bigint(rows.map { Int64($0) << 40 }), validity: validity),
      ColumnBuffer("ubigint", .ubigint(rows.map { .max - UInt64($0) }), validity: validity),
      ColumnBuffer("double", .double(rows.map { Double($0) / 4 }), validity: validity),
      ColumnBuffer(
        "small decimal", .decimal(unscaled: rows.map { Int64($0) - 2500 }, width: 4, scale: 1),
        validity: validity),
      ColumnBuffer(
        "decimal", .decimal(unscaled: rows.map { Int64($0) * -100 }, width: 9, scale: 3),
        validity: validity),
      ColumnBuffer(
        "wide decimal", .decimal(unscaled: rows.map { Int64($0) << 30 }, width: 18, scale: 2),
        validity: validity),
      ColumnBuffer("date", .date(rows.map(Int32.init)), validity: validity),
      ColumnBuffer("timestamp", .timestamp(rows.map(Int64.init)), validity: validity),
      ColumnBuffer("text", .text(rows.map { words[$0 % 4] + "\($0)" }), validity: validity),
      ColumnBuffer(
        "words", .words(codes: rows.map { $0 % 7 == 0 ? -1 : Int32($0 % 4) }, of: words),
        validity: validity),
      ColumnBuffer(
        "numbers",
        .list(
          offsets: (0...count).map { $0 * 2 }, elements: .double((0..<count * 2).map(Double.init))),
        validity: validity),
      ColumnBuffer(
        "names",
        .list(offsets: Array(0...count), elements: .text(rows.map { words[$0 % 4] + "\($0)" })),
        validity: validity),
    ]
  }()

  /// What a row of `columns` reads as.
  static func expected(_ row: Int) -> [SQLValue] {
    let words = ["short", "a word longer than twelve bytes", "Jokić", ""]
    let values: [SQLValue] = [
      .boolean(row % 3 == 0), .integer(Int64(row) - 2500), .integer(Int64(row) << 40),
      .hugeint(Int128(UInt64.max - UInt64(row))), .double(Double(row) / 4),
      .decimal(unscaled: Int128(row) - 2500, scale: 1),
      .decimal(unscaled: Int128(row) * -100, scale: 3),
      .decimal(unscaled: Int128(row) << 30, scale: 2), .date(Int32(row)), .timestamp(Int64(row)),
      .text(words[row % 4] + "\(row)"), .text(words[row % 4]),
      .list([.double(Double(row * 2)), .double(Double(row * 2 + 1))]),
      .list([.text(words[row % 4] + "\(row)")]),
    ]
    return [.integer(Int64(row))] + (row % 7 == 0 ? values.map { _ in .null } : values)
  }

  @Test func `registered columns are read as they are`() throws {
    try connection.register(Self.columns, as: "mine")
    let rows = try connection.query("FROM mine ORDER BY \"row\"").rows()
    #expect(rows.count == Self.count)
    #expect(rows == (0..<Self.count).map(Self.expected))
  }

  @Test func `appended columns are stored as they are`() throws {
    try connection.register(Self.columns, as: "mine")
    try connection.execute("CREATE TABLE stored AS FROM mine LIMIT 0")
    try connection.append(Self.columns, to: "stored")
    let rows = try connection.query("FROM stored ORDER BY \"row\"").rows()
    #expect(rows == (0..<Self.count).map(Self.expected))
  }

  @Test func `appended columns go by name, and the rest get their default`() throws {
    try connection.execute("CREATE TABLE t (a INTEGER DEFAULT 7, b VARCHAR, c DOUBLE)")
    try connection.append(
      [ColumnBuffer("c", .double([1.5])), ColumnBuffer("b", .text(["x"]))], to: "t")
    #expect(try connection.query("FROM t").rows() == [[7, "x", 1.5]])
  }

  @Test func `appended numbers are cast to the table's type`() throws {
    try connection.execute("CREATE TABLE t (a BIGINT, b DECIMAL(9,2))")
    try connection.append(
      [ColumnBuffer("a", .integer([1])), ColumnBuffer("b", .double([1.5]))], to: "t")
    #expect(try connection.query("FROM t").rows() == [[1, .decimal(unscaled: 150, scale: 2)]])
  }

  @Test func `elements of lists may be NULL, wherever the lists of a vector begin`() throws {
    // Rows hold 0 to 4 elements, so that the second and third vector begin inside a word of the bitmap.
    let lengths = (0..<Self.count).map { $0 % 5 }
    let offsets = lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    #expect(offsets[2048] % 64 != 0)
    let total = offsets[Self.count]
    let isThere = (0..<total).map { $0 % 3 != 1 && $0 % 11 != 0 }
    let lists = ColumnBuffer(
      "lists",
      .list(
        offsets: offsets, elements: .double((0..<total).map(Double.init)),
        validity: ColumnBuffer.validity(isThere)))
    let row = ColumnBuffer("row", .bigint((0..<Self.count).map(Int64.init)))
    let expected = (0..<Self.count).map { row -> [SQLValue] in
      [
        .list(
          (offsets[row]..<offsets[row + 1]).map { isThere[$0] ? .double(Double($0)) : .null })
      ]
    }
    try connection.register([row, lists], as: "mine")
    #expect(try connection.query("SELECT lists FROM mine ORDER BY \"row\"").rows() == expected)
    try connection.execute("CREATE TABLE stored AS FROM mine LIMIT 0")
    try connection.append([row, lists], to: "stored")
    #expect(try connection.query("SELECT lists FROM stored ORDER BY \"row\"").rows() == expected)
  }

  @Test func `MERGE reads registered columns`() throws {
    try connection.execute("CREATE TABLE t (k BIGINT, v VARCHAR)")
    try connection.execute("INSERT INTO t SELECT i, 'old' FROM range(3000) r(i)")
    try connection.register(
      [
        ColumnBuffer("k", .bigint(Array(2000..<5000))),
        ColumnBuffer("v", .words(codes: Array(repeating: 0, count: 3000), of: ["new"])),
      ], as: "source")
    let changed = try connection.execute(
      """
      MERGE INTO t USING source s ON t.k = s.k
      WHEN MATCHED THEN UPDATE SET v = s.v
      WHEN NOT MATCHED THEN INSERT VALUES (s.k, s.v)
      """, [])
    #expect(changed == 3000)
    #expect(
      try connection.query("SELECT v, count(*) FROM t GROUP BY v ORDER BY v").rows()
        == [["new", 3000], ["old", 2000]])
  }

  @Test func `a result outlives the columns it was read from`() throws {
    let words = ["a word longer than twelve bytes", "another word longer than that"]
    try connection.register(
      [
        ColumnBuffer("word", .words(codes: [0, 1, 1], of: words)),
        ColumnBuffer("text", .text(words + ["a third one, also longer"])),
      ], as: "mine")
    let result = try connection.query("FROM mine")
    try connection.unregister("mine")
    let rows = try result.rows()
    #expect(rows.map(\.[0]) == [.text(words[0]), .text(words[1]), .text(words[1])])
    #expect(rows.map(\.[1]) == [.text(words[0]), .text(words[1]), "a third one, also longer"])
  }

  @Test func `only the columns that a statement names are read`() throws {
    try connection.register(Self.columns, as: "mine")
    #expect(try connection.query("SELECT count(*) FROM mine").value() == 5000)
    #expect(
      try connection.query("SELECT count(words), max(date), min(date) FROM mine").rows()
        == [[4285, .date(4999), .date(1)]])
  }

  @Test func `many rows are shared out among threads, each taken once`() throws {
    let count: Int64 = 1_000_000
    try connection.register([ColumnBuffer("i", .bigint(Array(0..<count)))], as: "many")
    let row = try connection.query(
      "SELECT count(*), count(DISTINCT i), min(i), max(i) FROM many"
    ).rows()
    #expect(row == [[1_000_000, 1_000_000, 0, 999_999]])
  }

  @Test func `a name is this connection's, and is taken over, and is gone`() throws {
    let database = try Database()
    let (one, other) = (try database.connect(), try database.connect())
    try one.register([ColumnBuffer("a", .bigint([1]))], as: "a \"name\"")
    try other.register([ColumnBuffer("b", .text(["2"]))], as: "a \"name\"")
    #expect(try one.query("FROM \"a \"\"name\"\"\"").rows() == [[1]])
    #expect(try other.query("FROM \"a \"\"name\"\"\"").rows() == [["2"]])
    try one.register([ColumnBuffer("c", .double([3]))], as: "a \"name\"")
    #expect(try one.query("FROM \"a \"\"name\"\"\"").rows() == [[3.0]])
    try one.unregister("a \"name\"")
    try one.unregister("a \"name\"")
    #expect(code { try one.query("FROM \"a \"\"name\"\"\"") } == .catalog)
  }

  @Test func `columns without rows are a table without rows`() throws {
    let columns = [
      ColumnBuffer("a", .double([])), ColumnBuffer("b", .words(codes: [], of: [])),
      ColumnBuffer("c", .list(offsets: [0], elements: .text([]))),
    ]
    try connection.register(columns, as: "empty")
    let result = try connection.query("FROM empty")
    #expect(result.columns.map(\.type) == [.double, .varchar, .list(.varchar)])
    #expect(try result.rows().isEmpty)
    try connection.execute("CREATE TABLE stored AS FROM empty")
    try connection.append(columns, to: "stored")
  }

  /// Columns that contradict themselves, and what is said about them.
  @Test(arguments: [
    ([ColumnBuffer("a", .double([1, 2])), ColumnBuffer("b", .double([1]))], "\"b\" has 1 rows"),
    ([ColumnBuffer("a", .double([1]), validity: [])], "bitmap of 0 words"),
    ([ColumnBuffer("a", .words(codes: [0, 2], of: ["x", "y"]))], "code 2 in row 1"),
    ([ColumnBuffer("a", .words(codes: [-1], of: ["x"]))], "code -1 in row 0"),
    ([ColumnBuffer("a", .decimal(unscaled: [999, -1000], width: 3, scale: 1))], "-1000 in row 1"),
    ([ColumnBuffer("a", .decimal(unscaled: [1], width: 19, scale: 1))], "DECIMAL(19,1)"),
    ([ColumnBuffer("a", .list(offsets: [0, 3], elements: .double([1])))], "offsets"),
    ([ColumnBuffer("a", .list(offsets: [0, 2, 1], elements: .double([1, 2])))], "offsets"),
    ([ColumnBuffer("a", .list(offsets: [], elements: .double([])))], "offset"),
    ([], "none is given"),
  ])
  func `columns that contradict themselves are refused`(
    columns: [ColumnBuffer], words: String
  ) throws {
    let error = try #require(throws: DuckDBError.self) {
      try connection.register(columns, as: "mine")
    }
    #expect([.invalidInput, .outOfRange].contains(error.code))
    #expect(error.message.contains(words), "\(error.message)")
  }

  @Test func `an append that does not fit is refused whole`() throws {
    try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR)")
    try connection.execute("INSERT INTO t VALUES (1, 'x')")
    func append(_ column: ColumnBuffer, to table: String = "t") -> DuckDBError.Code? {
      code { try connection.append([column], to: table) }
    }
    #expect(append(ColumnBuffer("a", .integer([2, 1]))) == .constraint)
    #expect(append(ColumnBuffer("a", .text(["x"]))) == .mismatchedType)
    #expect(append(ColumnBuffer("c", .integer([2]))) == .catalog)
    #expect(append(ColumnBuffer("a", .integer([2])), to: "nowhere") == .catalog)
    #expect(try connection.query("FROM t").rows() == [[1, "x"]])
  }
}
