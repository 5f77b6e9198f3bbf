public import FeatureAlgebra

/// A column as the warehouse has it.
public struct StoredColumn: Hashable, Sendable {
  public let table: TableName
  public let name: String
  /// In the words of the engine: `DECIMAL(5,2)`.
  public let type: String
  public let isNullable: Bool

  public init(table: TableName, name: String, type: String, isNullable: Bool) {
    self.table = table
    self.name = name
    self.type = type
    self.isNullable = isNullable
  }

  /// The type in the words of the algebra; nil for one that no declaration can have.
  public var columnType: ColumnType? { StoredColumn.columnType(type) }

  /// `DECIMAL(5,2)` and `NUMERIC(5, 2)` alike.
  static func columnType(_ words: String) -> ColumnType? {
    let word = words.uppercased().filter { $0 != " " }
    switch word {
    case "BIGINT", "INT8", "INT64", "LONG": return .integer
    case "INTEGER", "INT4", "INT": return .integer32
    case "DOUBLE", "FLOAT8", "FLOAT64", "DOUBLEPRECISION": return .double
    case "VARCHAR", "TEXT", "STRING": return .text
    case "BOOLEAN", "BOOL": return .boolean
    case "DATE": return .day
    case "TIMESTAMP", "TIMESTAMPWITHOUTTIMEZONE": return .timestamp
    case "VARCHAR[]", "ARRAY<STRING>": return .textList
    case "DOUBLE[]", "ARRAY<DOUBLE>", "ARRAY<FLOAT64>": return .doubleList
    default: return decimal(word)
    }
  }

  private static func decimal(_ word: String) -> ColumnType? {
    for name in ["DECIMAL(", "NUMERIC("] where word.hasPrefix(name) && word.hasSuffix(")") {
      let numbers = word.dropFirst(name.utf8.count).dropLast().split(separator: ",")
      guard numbers.count == 2, let precision = Int(numbers[0]), let scale = Int(numbers[1]) else {
        return nil
      }
      return .decimal(precision: precision, scale: scale)
    }
    return nil
  }
}
