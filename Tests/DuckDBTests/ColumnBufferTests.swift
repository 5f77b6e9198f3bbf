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

  @Test func `only the columns that a statement names are read`() throws {
    try connection.register(Self.columns, as: "mine")
    #expect(try connection.query("SELECT count(*) FROM mine").value() == 5000)
    #expect(
      try connection.query("SELECT count(words), max(date), min(date) FROM mine").rows()
        == [[4285, .date(4999), .date(1)]])
  }
}
