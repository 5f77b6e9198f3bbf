/// Who gets a row, and on which days.
///
/// `.scheduled` days have a game that was or will be played; `.played` days a finished one. The first
/// `bootstrap` days from a season's opening are skipped.
public struct For: DeclarationGroup {
  public let declarations: [Declaration]
  public init<Shape>(
    _ population: Population<Shape>, on days: DaysDeclaration.Kind, bootstrap: Int = 0,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    declarations = [
      Declaration(
        .population(
          population.declaration, DaysDeclaration(kind: days, bootstrap: bootstrap)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// When rows lie, seen from D. These two sentences are the only ones; no author writes `<=`.
public enum Timing: Sendable {
  /// Strictly earlier than D: a history that windows look through.
  case before
  /// Dated D: rows that are aggregated for the population's row of the same day.
  case on
}

/// An input. Every rows and lookup that an expression names is declared by one.
public struct Reads: DeclarationGroup {
  public let declarations: [Declaration]

  /// Rows before D (a history) or on D (a summary), found by equal columns.
  public init<Shape>(
    _ rows: Rows<Shape>, _ timing: Timing,
    matching matches: (KeyPath<Shape, Column>, Aggregate)..., fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    let place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
    let found = matches.map { MatchDeclaration(rows[dynamicMember: $0.0].expression, $0.1) }
    switch timing {
    case .before: declarations = [Declaration(.history(rows.declaration, found), place)]
    case .on: declarations = [Declaration(.summary(rows.declaration, found), place)]
    }
  }

  public init<Shape>(
    _ lookup: Lookup<Shape>, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    declarations = [
      Declaration(
        .lookup(lookup.declaration),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// One output column and what it holds. Type, unit, rounding and range are the column's.
public struct Feature: DeclarationGroup {
  public let declarations: [Declaration]
  init(_ declarations: [Declaration]) { self.declarations = declarations }
  /// `window` is given to every aggregate in `value` that has none of its own.
  public init(
    _ column: Column, _ value: Aggregate, over window: Window? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column place: Int = #column
  ) {
    let windowed = window.map { value.over($0) } ?? value
    declarations = [
      Declaration(
        .feature(
          FeatureDeclaration(
            name: column.name, column: column, type: column.type, unit: column.unit,
            expression: windowed.expression)),
        Place(fileID: fileID, filePath: filePath, line: line, column: place))
    ]
  }
}

/// A named value that no column holds; other features read `value`. Not rounded when it is a double.
public struct Intermediate: DeclarationGroup {
  public let declarations: [Declaration]
  public let value: Aggregate
  init(_ declarations: [Declaration], _ value: Aggregate) {
    self.declarations = declarations
    self.value = value
  }
  public init(
    _ name: String, _ type: ColumnType, _ unit: Unit? = nil, _ value: Aggregate,
    over window: Window? = nil, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let windowed = window.map { value.over($0) } ?? value
    self.value = Aggregate(.feature(name))
    declarations = [
      Declaration(
        .feature(
          FeatureDeclaration(
            name: name, column: nil, type: type, unit: unit, expression: windowed.expression)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// An entity for which the condition is true gets a failure row instead of an output row. Rules are
/// asked in the order of the body.
public struct Fails: DeclarationGroup {
  public let declarations: [Declaration]
  public init(
    _ category: FailureKind, when condition: Aggregate, because reason: Aggregate,
    canRetry: Bool, expected: Aggregate? = nil, actual: Aggregate? = nil,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    declarations = [
      Declaration(
        .failure(
          FailureDeclaration(
            category: category, when: condition.expression, reason: reason.expression,
            canRetry: canRetry, expected: expected?.expression, actual: actual?.expression)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// Narrows the population by what is known of an entity on D: where the condition is not true there is
/// neither an output row nor a failure row. For what should be there but cannot be computed: `Fails`.
public struct Only: DeclarationGroup {
  public let declarations: [Declaration]
  public init(
    when condition: Aggregate, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let isOut = Aggregate(
      .not(.firstPresent([condition.expression, .literal(.boolean(false))])))
    declarations =
      Fails(
        .excluded, when: isOut, because: "", canRetry: false, fileID: fileID, filePath: filePath,
        line: line, column: column
      ).declarations
  }
}

/// A claim about every output row, asserted before commit. NULL does not break it.
public struct Contract: DeclarationGroup {
  public let declarations: [Declaration]
  public init(
    _ name: String, _ holds: Aggregate, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    declarations = [
      Declaration(
        .contract(name: name, holds: holds.expression),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// Rows that must exist in an input's scope before a day is computed.
public struct Requires: DeclarationGroup {
  public let declarations: [Declaration]
  public init<Shape>(
    _ rows: Rows<Shape>, atLeast minimumRows: Int, orSkipDay isCritical: Bool = true,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    declarations = [
      Declaration(
        .dependency(rows.declaration, minimumRows: minimumRows, isCritical: isCritical),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// Fills the four columns of source tracking from the scope in which the rows are read.
public struct Tracks: DeclarationGroup {
  public let declarations: [Declaration]
  public init<Shape>(
    _ columns: SourceTracking, of rows: Rows<Shape>, expecting expectedRows: Int,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    declarations = [
      Declaration(
        .sourceTracking(columns, of: [rows.declaration], expectedRows: expectedRows),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }
}

/// The columns that the writer fills, and how rows land.
public struct Writes: DeclarationGroup {
  public let declarations: [Declaration]
  public init(
    hash: Column? = nil, createdAt: Column? = nil, writtenAt: Column? = nil,
    hashing: Hashing = .canonical, tieBreak: [SortTerm] = [], duplicatesAllowed: Int = 0,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    let place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
    var contents: [Declaration.Content] = [
      .write(
        WriteDeclaration(
          hashing: hashing, tieBreak: tieBreak, duplicateTolerance: duplicatesAllowed))
    ]
    if let hash { contents.append(.rowHash(hash)) }
    if let createdAt { contents.append(.createdAt(createdAt)) }
    if let writtenAt { contents.append(.writtenAt(writtenAt)) }
    declarations = contents.map { Declaration($0, place) }
  }
}
