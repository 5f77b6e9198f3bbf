/// One table of a stack, and how its columns become those of the stack. Columns of equal name map
/// themselves; the others are named.
public struct Part<Shape: RowShape>: Sendable {
  let declaration: PartDeclaration

  public init<Source: Table>(
    _ rows: Rows<Source>, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column,
    mapping: (Rows<Source>) -> [Mapping<Shape>] = { _ in [] }
  ) {
    declaration = PartDeclaration(
      rows: rows.declaration, pair: nil, mapping: Part.values(mapping(rows)),
      place: Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  /// The rows found for each row of others, by equal columns and by their days: a row for each pair,
  /// dated by the row that asks.
  ///
  /// ```swift
  /// Part(rosters, for: games, .newestDay(maximumAge: 90), matching: (\.team, \.team)) { _, game in
  ///   [Mapping(\.opponent, game.opponent)]
  /// }
  /// ```
  public init<Source: Table, Asking: RowShape>(
    _ rows: Rows<Source>, for asking: Rows<Asking>, _ timing: PairTiming,
    matching matches: (KeyPath<Source, Column>, KeyPath<Asking, Column>)...,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column,
    mapping: (Rows<Source>, Rows<Asking>) -> [Mapping<Shape>] = { _, _ in [] }
  ) {
    var values = Part.values(mapping(rows, asking))
    if let day = Shape().identity.day, let asked = asking.shape.identity.day,
      values[day.name] == nil
    {
      values[day.name] = .column(rows: asking.declaration.reading, name: asked.name)
    }
    let pair = PairDeclaration(
      asking: asking.declaration, timing: timing,
      matches: matches.map { own, other in
        MatchDeclaration(
          rows[dynamicMember: own].expression,
          Aggregate(asking[dynamicMember: other].expression))
      })
    declaration = PartDeclaration(
      rows: rows.declaration, pair: pair, mapping: values,
      place: Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  private static func values(_ mapping: [Mapping<Shape>]) -> [String: Expression] {
    let shape = Shape()
    var values: [String: Expression] = [:]
    for entry in mapping { values[shape[keyPath: entry.target].name] = entry.value }
    return values
  }
}

/// `Mapping(\.team, schedule.homeTeam)`: a column of the stack and its value in one part.
public struct Mapping<Shape: RowShape> {
  let target: KeyPath<Shape, Column>
  let value: Expression
  public init(_ target: KeyPath<Shape, Column>, _ value: Scalar) {
    self.target = target
    self.value = value.expression
  }
}

/// Which rows a row of day D that asks for others finds among those that match it.
public enum PairTiming: Hashable, Sendable {
  /// The rows dated D.
  case on
  /// The rows of the newest day before D, if it is at most so many days old.
  case newestDay(maximumAge: Int)
  /// Every row before D, at most so many days old.
  case before(maximumAge: Int)
  /// Every row after D, at most so many days later, by columns that are `announced` alone.
  case after(within: Int)

  /// How many days before D the oldest row can lie; nil where none lies before it.
  public var maximumAge: Int? {
    switch self {
    case .on, .after: nil
    case .newestDay(let days), .before(let days): days
    }
  }
}

public struct PartDeclaration: Sendable {
  public let rows: RowsDeclaration
  /// The rows that ask for those of the part; nil where the part's rows stand alone.
  public let pair: PairDeclaration?
  /// By column name of the stack; a column that is not here maps to the source's column of that name.
  public let mapping: [String: Expression]
  public let place: Place

  /// What the part puts into a column of the stack, or into an element of one that is a vector.
  public func value(of column: Column) -> Expression {
    mapping[column.name] ?? .column(rows: rows.alias, name: column.name)
  }

  /// The part's rows, and those that ask for them.
  public var everyRows: [RowsDeclaration] { [rows] + (pair.map { [$0.asking] } ?? []) }
}

public struct PairDeclaration: Sendable {
  public let asking: RowsDeclaration
  public let timing: PairTiming
  /// The part's column = the column of the row that asks.
  public let matches: [MatchDeclaration]
}
