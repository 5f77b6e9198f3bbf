/// Which games an entity should have in each window, and how many of them it has (domain 3.3).
///
/// Expected games are the rows of the schedule found by `matching`, strictly before D; an N-game window
/// expects the newest min(N, available). A game counts as there when the entity has a row of `actual`
/// on its day; it never counts unless expected. Games on the days of `excusing` are not expected.
public struct Completeness: DeclarationGroup {
  public let declarations: [Declaration]

  public init<Games, Schedule>(
    of actual: Rows<Games>, against schedule: Rows<Schedule>,
    matching matches: (KeyPath<Schedule, Column>, Aggregate)...,
    windows: [(String, Window)], fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    declarations = [
      Declaration(
        .completeness(
          CompletenessDeclaration(
            actual: actual.declaration, expected: schedule.declaration,
            matches: matches.map {
              MatchDeclaration(schedule[dynamicMember: $0.0].expression, $0.1)
            },
            following: nil, excused: nil, excusedMatches: [], windows: windows)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }

  /// Expected are the games of the side that the entity was on at the time: a player's team changes with a
  /// trade (D-44). `following: (\.team, \.teamAbbr)` is column of the schedule = column of the rows.
  ///
  /// The side is that of the newest row on or before the game's day, in D's season; before the first such
  /// row, that of the newest row before D. Rows in which a column is NULL tell nothing.
  public init<Games, Schedule>(
    of actual: Rows<Games>, against schedule: Rows<Schedule>,
    following sides: (KeyPath<Schedule, Column>, KeyPath<Games, Column>)...,
    windows: [(String, Window)], fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let told = sides.map { actual[dynamicMember: $0.1] }
    let columns = sides.map { actual.shape[keyPath: $0.1] }
    let isKnown = zip(told, columns).filter { $0.1.isNullable }.map { $0.0.isPresent }
    let matches = zip(sides, told).map { side, value in
      let current = newest(value)
      return MatchDeclaration(
        schedule[dynamicMember: side.0].expression,
        (isKnown.isEmpty ? current : current.only(all(isKnown))).over(.season))
    }
    declarations = [
      Declaration(
        .completeness(
          CompletenessDeclaration(
            actual: actual.declaration, expected: schedule.declaration, matches: matches,
            following: columns.map(\.name), excused: nil, excusedMatches: [], windows: windows)),
        Place(fileID: fileID, filePath: filePath, line: line, column: column))
    ]
  }

  private init(_ declarations: [Declaration]) { self.declarations = declarations }

  /// Days on which the entity has one of these rows (did not play) are not expected.
  public func excusing<Shape>(
    _ rows: Rows<Shape>, matching matches: (KeyPath<Shape, Column>, Aggregate)...
  ) -> Completeness {
    Completeness(
      declarations.map { declaration in
        guard case .completeness(var completeness) = declaration.content else {
          return declaration
        }
        completeness.excused = rows.declaration
        completeness.excusedMatches = matches.map {
          MatchDeclaration(rows[dynamicMember: $0.0].expression, $0.1)
        }
        return Declaration(.completeness(completeness), declaration.place)
      })
  }
}

public struct CompletenessDeclaration: Sendable {
  public let actual: RowsDeclaration
  public let expected: RowsDeclaration
  public let matches: [MatchDeclaration]
  /// Columns of `actual`, one per match, that say on which side the entity was; nil where the match holds
  /// all along.
  public let following: [String]?
  public internal(set) var excused: RowsDeclaration?
  public internal(set) var excusedMatches: [MatchDeclaration]
  public let windows: [(String, Window)]
}

/// The counts of one completeness window and what follows from them (D-08, D-43).
public struct WindowCompleteness: Sendable {
  public let window: String
  public init(_ window: String) { self.window = window }

  public var expected: Aggregate { Aggregate(.coverage(.expected, window: window)) }
  /// Never more than expected.
  public var actual: Aggregate { Aggregate(.coverage(.actual, window: window)) }
  public var missing: Aggregate { expected - actual }
  /// 100 · actual / expected at one decimal; 100 where nothing is expected.
  public var percentage: Aggregate {
    when(expected == 0, 100.0, otherwise: percent(actual, of: expected).rounded(1))
  }
  public var isComplete: Aggregate { actual >= expected }
  /// At least `threshold` percent are there.
  public func isReady(_ threshold: Double = 90) -> Aggregate {
    percentage >= .constant(threshold)
  }
}

/// Fills the fourteen completeness columns, and two per window, from the windows' counts.
public struct CompletenessFeatures: DeclarationGroup {
  public let declarations: [Declaration]

  /// - Parameters:
  ///   - primary: the window behind expected, actual, missing and percentage.
  ///   - isReady: is_production_ready.
  ///   - issues: texts that are present where something is wrong.
  ///   - bootstrap: inside the soft bootstrap window; boundary: in a boundary month.
  public init(
    _ columns: CompletenessColumns, primary: WindowCompleteness, isReady: Aggregate,
    issues: [Aggregate], isBootstrap: Aggregate, isBoundary: Aggregate, decision: Aggregate,
    windows: [WindowColumns] = [], fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column place: Int = #column
  ) {
    let values: [(Column, Aggregate)] =
      [
        (columns.expectedGames, primary.expected), (columns.actualGames, primary.actual),
        (columns.percentage, primary.percentage), (columns.missingGames, primary.missing),
        (columns.isProductionReady, isReady), (columns.issues, listOfPresent(issues)),
        (columns.lastReprocessAttempt, .missing(.timestamp)), (columns.reprocessAttempts, 0),
        (columns.breakerIsActive, false), (columns.breakerUntil, .missing(.timestamp)),
        (columns.needsManualOverride, false), (columns.isSeasonBoundary, isBoundary),
        (columns.isBootstrap, isBootstrap), (columns.decision, decision),
      ]
      + windows.flatMap { columns -> [(Column, Aggregate)] in
        let window = WindowCompleteness(columns.window)
        return [
          (columns.percentage, window.percentage), (columns.isComplete, window.isComplete),
        ]
      }
    declarations = values.flatMap { column, value in
      Feature(
        column, value, fileID: fileID, filePath: filePath, line: line, column: place
      ).declarations
    }
  }
}
