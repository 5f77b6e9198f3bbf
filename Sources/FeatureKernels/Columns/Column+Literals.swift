public import FeatureAlgebra

/// Columns from optionals, one per row: for tests and small tables.
extension Column {
  public static func integers(_ rows: [Int64?]) -> Column {
    Column(.integer(rows.map { $0 ?? 0 }), validity: nulls(rows))
  }

  public static func doubles(_ rows: [Double?]) -> Column {
    Column(.double(rows.map { $0 ?? 0 }), validity: nulls(rows))
  }

  /// Unscaled: 12.5 at scale 1 is 125.
  public static func decimals(_ rows: [Int64?], scale: Int) -> Column {
    Column(.decimal(rows.map { $0 ?? 0 }, scale: scale), validity: nulls(rows))
  }

  public static func booleans(_ rows: [Bool?]) -> Column {
    Column(.boolean(rows.map { $0 ?? false }), validity: nulls(rows))
  }

  public static func days(_ rows: [Day?]) -> Column {
    Column(.day(rows.map { $0?.ordinal ?? 0 }), validity: nulls(rows))
  }

  /// Microseconds since 1970-01-01 00:00 UTC.
  public static func timestamps(_ rows: [Int64?]) -> Column {
    Column(.timestamp(rows.map { $0 ?? 0 }), validity: nulls(rows))
  }

  public static func texts(_ rows: [String?]) -> Column {
    var builder = TextBuilder()
    for row in rows { builder.append(row) }
    return builder.finish()
  }

  public static func textLists(_ rows: [[String?]?]) -> Column {
    let elements = Column.texts(rows.flatMap { $0 ?? [] })
    return Column(.textList(offsets: offsets(rows), elements: elements), validity: nulls(rows))
  }

  public static func doubleLists(_ rows: [[Double?]?]) -> Column {
    let elements = Column.doubles(rows.flatMap { $0 ?? [] })
    return Column(.doubleList(offsets: offsets(rows), elements: elements), validity: nulls(rows))
  }

  private static func nulls<Value>(_ rows: [Value?]) -> Validity? {
    Validity(rows.map { $0 != nil }).normalized
  }

  private static func offsets<Value>(_ rows: [[Value?]?]) -> [Int32] {
    rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1?.count ?? 0)) }
  }
}
