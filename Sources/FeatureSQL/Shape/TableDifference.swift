public import FeatureAlgebra
public import FeaturePlan

/// One way in which a stored table is not the declared one.
public struct TableDifference: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The table is declared and not there: it will be created.
    case missingTable
    case missingColumn(ColumnPlan)
    /// Stored and not declared. Dropping is never done without being asked for by name.
    case extraColumn(StoredColumn)
    case type(declared: ColumnPlan, stored: StoredColumn)
    case nullability(declared: ColumnPlan)
  }

  public let table: TableName
  public let kind: Kind

  public init(table: TableName, kind: Kind) {
    self.table = table
    self.kind = kind
  }

  /// What is different, with a full stop.
  public var sentence: String {
    switch kind {
    case .missingTable: return "The table \(table) does not exist yet."
    case .missingColumn(let column):
      return "\(table) has no column '\(column.name)' (\(column.type))."
    case .extraColumn(let column):
      return "\(table) has a column '\(column.name)' (\(column.type)) that is not declared."
    case .type(let declared, let stored):
      return "\(table).\(declared.name) is \(stored.type), declared \(declared.type)."
    case .nullability(let declared) where declared.isNullable:
      return "\(table).\(declared.name) refuses NULL, but may be missing by declaration."
    case .nullability(let declared):
      return "\(table).\(declared.name) takes NULL, but must be present by declaration."
    }
  }

  /// Whether the table can be brought to the declaration without reading or losing a value.
  public var isWidening: Bool {
    switch kind {
    case .missingTable: true
    case .missingColumn(let column): column.isNullable
    case .extraColumn: false
    case .type(let declared, let stored):
      stored.columnType.map { declared.type.holdsEveryValue(of: $0) } ?? false
    case .nullability(let declared): declared.isNullable
    }
  }

  /// How the stored tables differ from the declared ones, in the order of the declaration.
  public static func between(
    declared: [TablePlan], stored: [StoredColumn]
  ) -> [TableDifference] {
    declared.flatMap { table in between(table, stored.filter { $0.table == table.name }) }
  }

  private static func between(_ table: TablePlan, _ stored: [StoredColumn]) -> [TableDifference] {
    if stored.isEmpty { return [TableDifference(table: table.name, kind: .missingTable)] }
    var kinds: [Kind] = []
    for column in table.columns {
      guard let found = stored.first(where: { $0.name == column.name }) else {
        kinds.append(.missingColumn(column))
        continue
      }
      if found.columnType != column.type { kinds.append(.type(declared: column, stored: found)) }
      if found.isNullable != column.isNullable { kinds.append(.nullability(declared: column)) }
    }
    for column in stored where table[column.name] == nil { kinds.append(.extraColumn(column)) }
    return kinds.map { TableDifference(table: table.name, kind: $0) }
  }
}

extension ColumnType {
  /// Whether every value of `other` can be stored here unchanged.
  func holdsEveryValue(of other: ColumnType) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.integer, .integer32), (.double, .integer32): return true
    case (.decimal(let precision, let scale), .decimal(let oldPrecision, let oldScale)):
      return scale >= oldScale && precision - scale >= oldPrecision - oldScale
    case (.decimal(let precision, let scale), .integer32): return precision - scale >= 10
    default: return false
    }
  }
}
