import DuckDB
import Testing

@Suite struct QueryResultTests {
  let connection: Connection

  init() throws {
    connection = try Database().connect()
  }

  @Test func `the loaded library says its version`() {
    #expect(Database.version.hasPrefix("v"))
  }

  /// One row per type: SQL, its type, the value it comes back as.
  @Test(arguments: [
    ("true", "BOOLEAN", SQLValue.boolean(true)),
    ("'-128'::TINYINT", "TINYINT", -128),
    ("'-32768'::SMALLINT", "SMALLINT", -32768),
    ("2147483647", "INTEGER", 2_147_483_647),
    ("'-9223372036854775808'::BIGINT", "BIGINT", .integer(.min)),
    ("255::UTINYINT", "UTINYINT", 255),
    ("65535::USMALLINT", "USMALLINT", 65535),
    ("4294967295::UINTEGER", "UINTEGER", 4_294_967_295),
    ("18446744073709551615::UBIGINT", "UBIGINT", .hugeint(18_446_744_073_709_551_615)),
    ("'-170141183460469231731687303715884105728'::HUGEINT", "HUGEINT", .hugeint(.min)),
    ("1.5::FLOAT", "FLOAT", 1.5),
    ("0.1::DOUBLE", "DOUBLE", 0.1),
    ("'-9.99'::DECIMAL(3,2)", "DECIMAL(3,2)", .decimal(unscaled: -999, scale: 2)),
    ("'12345.678'::DECIMAL(8,3)", "DECIMAL(8,3)", .decimal(unscaled: 12_345_678, scale: 3)),
    (
      "'1234567890.5'::DECIMAL(12,1)", "DECIMAL(12,1)", .decimal(unscaled: 12_345_678_905, scale: 1)
    ),
    (
      "'1'::DECIMAL(38,20)", "DECIMAL(38,20)",
      .decimal(unscaled: 100_000_000_000_000_000_000, scale: 20)
    ),
    ("'twelve bytes'", "VARCHAR", "twelve bytes"),
    ("'thirteen byte'", "VARCHAR", "thirteen byte"),
    ("'Jokić 🏀'", "VARCHAR", "Jokić 🏀"),
    ("''", "VARCHAR", ""),
    ("'\\x00\\xFF'::BLOB", "BLOB", .blob([0, 255])),
    ("DATE '1970-01-02'", "DATE", .date(1)),
    ("DATE '1969-12-31'", "DATE", .date(-1)),
    ("TIMESTAMP '1970-01-01 00:00:01.5'", "TIMESTAMP", .timestamp(1_500_000)),
    ("[1.5, NULL]::DOUBLE[]", "DOUBLE[]", .list([1.5, nil])),
    ("['a', 'a text longer than twelve']", "VARCHAR[]", .list(["a", "a text longer than twelve"])),
    ("[]::DOUBLE[]", "DOUBLE[]", .list([])),
  ])
  func `every type is read, and its NULL`(sql: String, type: String, value: SQLValue) throws {
    let result = try connection.query(
      "SELECT \(sql) AS x UNION ALL SELECT NULL ORDER BY x NULLS LAST")
    #expect(result.columns.map(\.name) == ["x"])
    #expect(result.columns[0].type.description == type)
    #expect(try result.rows() == [[value], [.null]])
  }
}
