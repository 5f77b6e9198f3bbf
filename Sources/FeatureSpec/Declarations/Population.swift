/// Who gets a row on D. Its columns are read like a table's: `players.playerLookup`.
@dynamicMemberLookup
public struct Population<Shape: RowShape>: Sendable {
  public let declaration: PopulationDeclaration
  let shape: Shape

  /// One output row for each row dated D.
  public init(eachRowOf rows: Rows<Shape>) {
    shape = rows.shape
    declaration = .rows(rows.declaration)
  }

  /// Each entity that has a row before D inside the window. Only the columns of `by` can be read.
  public init(
    entitiesOf rows: Rows<Shape>, by keys: KeyPath<Shape, Column>...,
    within window: Window = .season
  ) {
    shape = rows.shape
    declaration = .entities(
      rows.declaration, by: keys.map { rows.shape[keyPath: $0].name }, window)
  }

  public subscript(dynamicMember path: KeyPath<Shape, Column>) -> Aggregate {
    Aggregate(.column(rows: declaration.rows.reading, name: shape[keyPath: path].name))
  }
}

public enum PopulationDeclaration: Sendable {
  case rows(RowsDeclaration)
  case entities(RowsDeclaration, by: [String], Window)

  public var rows: RowsDeclaration {
    switch self {
    case .rows(let rows), .entities(let rows, _, _): rows
    }
  }
}

/// A row found for each row of the population; its columns are read like a table's. NULL where there
/// is no such row.
///
/// ```swift
/// let totals = Lookup(Rows(TeamOffense(), as: "totals"), .atMostOne, matching: (\.team, box.team))
/// ```
@dynamicMemberLookup
public struct Lookup<Shape: RowShape>: Sendable {
  public let declaration: LookupDeclaration
  let shape: Shape

  public init(
    _ rows: Rows<Shape>, _ cardinality: LookupCardinality, timing: LookupTiming = .on,
    matching matches: (KeyPath<Shape, Column>, Aggregate)...,
    andOnly condition: ((Rows<Shape>) -> MixedCondition)? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    shape = rows.shape
    declaration = LookupDeclaration(
      rows: rows.declaration, cardinality: cardinality, timing: timing,
      matches: matches.map { MatchDeclaration(rows[dynamicMember: $0.0].expression, $0.1) },
      condition: condition.map { $0(rows).expression },
      place: Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  public subscript(dynamicMember path: KeyPath<Shape, Column>) -> Aggregate {
    Aggregate(.column(rows: declaration.rows.reading, name: shape[keyPath: path].name))
  }

  /// True where a row was found: its first key column is present.
  public var isFound: Aggregate {
    let key = shape.identity.key.first?.name ?? ""
    return Aggregate(.not(.isNull(.column(rows: declaration.rows.reading, name: key))))
  }
}

/// How many rows a lookup may find.
public enum LookupCardinality: Sendable {
  /// Exactly one; anything else fails the day.
  case one
  /// One or none; two fail the day.
  case atMostOne
  /// The first by this order, or none. Key columns are added, so that the order is total.
  case first([SortTerm])
}

/// Which day a looked-up row has.
public enum LookupTiming: Sendable {
  /// D.
  case on
  /// Before D, at most so many days; give an order that puts the newest first.
  case before(maximumAge: Int)
  /// The table has no day.
  case timeless
}

public struct LookupDeclaration: Sendable {
  public let rows: RowsDeclaration
  public let cardinality: LookupCardinality
  public let timing: LookupTiming
  public let matches: [MatchDeclaration]
  public let condition: Expression?
  public let place: Place
}

/// Row side = entity side.
public struct MatchDeclaration: Sendable {
  public let row: Expression
  public let entity: Expression
  init(_ row: Expression, _ entity: Aggregate) {
    self.row = row
    self.entity = entity.expression
  }
}

extension Scalar {
  /// The row's value is before the entity's.
  public func isBefore(_ value: Aggregate) -> MixedCondition {
    MixedCondition(.comparison(.less, expression, value.expression))
  }
  public func isAtMost(_ value: Aggregate) -> MixedCondition {
    MixedCondition(.comparison(.lessOrEqual, expression, value.expression))
  }
  public func isEqual(to value: Aggregate) -> MixedCondition {
    MixedCondition(.comparison(.equal, expression, value.expression))
  }
}
