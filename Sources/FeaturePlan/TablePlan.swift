public import FeatureAlgebra

/// A table as declared: raw input or output of a processor.
public struct TablePlan: Hashable, Sendable, Codable {
  public let name: TableName
  /// In the order of the declaration, which is the order of the DDL.
  public let columns: [ColumnPlan]
  /// Names of the columns that identify a row.
  public let key: [String]
  /// The date column; nil for tables without one (travel distances, registries).
  public let day: String?
  /// When a row was last written, for "latest wins" and maximum age; nil where there is none.
  public let freshness: String?
  /// The column that holds the row's own hash; nil where changes are found column by column.
  public let rowHash: String?

  public init(
    name: TableName, columns: [ColumnPlan], key: [String], day: String?, freshness: String?,
    rowHash: String?
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.day = day
    self.freshness = freshness
    self.rowHash = rowHash
  }

  public subscript(_ column: String) -> ColumnPlan? { columns.first { $0.name == column } }
}

/// One column with everything that is known about it.
public struct ColumnPlan: Hashable, Sendable, Codable {
  /// Whether a change of the value is a change of the row: every column is one or the other.
  public enum Role: String, Hashable, Sendable, Codable { case business, metadata }

  public let name: String
  public let type: ColumnType
  public let unit: Unit?
  public let isNullable: Bool
  public let role: Role
  /// Values outside break the range contract.
  public let range: ValueRange?
  /// The only texts the column may hold; nil where any text may stand.
  public let vocabulary: [String]?
  /// The elements of a vector, in their order; nil for any other column.
  public let elements: [ColumnPlan]?
  /// Which element of a vector is read under the name; nil for a column of a table.
  public let element: ElementPlace?

  public init(
    name: String, type: ColumnType, unit: Unit? = nil, isNullable: Bool = true,
    role: Role = .business, range: ValueRange? = nil, vocabulary: [String]? = nil,
    elements: [ColumnPlan]? = nil, element: ElementPlace? = nil
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.isNullable = isNullable
    self.role = role
    self.range = range
    self.vocabulary = vocabulary
    self.elements = elements
    self.element = element
  }

  /// The column, and the elements of a vector as columns that can be read: `features.fatigue_score`.
  public var readable: [ColumnPlan] {
    [self]
      + (elements ?? []).enumerated().map { index, element in
        ColumnPlan(
          name: ElementPlace.name(of: element.name, in: name), type: .double, unit: element.unit,
          isNullable: isNullable || element.isNullable, role: role, range: element.range,
          element: ElementPlace(vector: name, position: index + 1))
      }
  }
}

/// Both edges are inside.
public struct ValueRange: Hashable, Sendable, Codable {
  public let lowest: Double
  public let highest: Double
  public init(_ lowest: Double, _ highest: Double) {
    self.lowest = lowest
    self.highest = highest
  }
}
