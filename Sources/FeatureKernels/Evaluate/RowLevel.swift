import FeatureAlgebra

/// Expressions over the columns of one row of one table.
struct RowLevel: Level {
  let alias: String
  let types: [String: ColumnType]
  let hasPrevious: Bool
  /// The columns that are read, in the order of the program's inputs.
  private(set) var names: [String] = []

  init(alias: String, types: [String: ColumnType], hasPrevious: Bool) {
    self.alias = alias
    self.types = types
    self.hasPrevious = hasPrevious
  }

  mutating func column(
    rows: String, name: String, in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard rows == alias else {
      throw KernelError(.wrongLevel, "a row of '\(alias)' cannot read '\(rows).\(name)'")
    }
    guard let type = types[name] else {
      throw KernelError(.missingInput, "'\(alias)' has no column '\(name)'")
    }
    let place = names.firstIndex(of: name) ?? names.count
    if place == names.count { names.append(name) }
    return program.add(.input(place), Kind(type))
  }

  func feature(_ name: String, in program: inout Program) throws(KernelError) -> NodeID {
    throw wrong("feature '\(name)'")
  }

  func asOfDay(in program: inout Program) throws(KernelError) -> NodeID {
    throw wrong("the as-of day")
  }

  func seasonOpening(in program: inout Program) throws(KernelError) -> NodeID {
    throw wrong("the season's opening day")
  }

  func aggregate(
    _ aggregation: Aggregation, in program: inout Program
  ) throws(KernelError) -> NodeID {
    throw wrong("\(aggregation.function.word) of '\(aggregation.rows)'")
  }

  func measured(
    _ aggregation: Aggregation, against limit: NodeID, in program: inout Program
  ) throws(KernelError) -> NodeID {
    throw wrong("\(aggregation.function.word) of '\(aggregation.rows)'")
  }

  func league(_ average: LeagueAverage, in program: inout Program) throws(KernelError) -> NodeID {
    throw wrong("a league average")
  }

  func coverage(
    _ measure: CoverageMeasure, window: String, in program: inout Program
  ) throws(KernelError) -> NodeID {
    throw wrong("\(measure.rawValue) games")
  }

  func kernel(
    _ call: KernelCall, values: [NodeID], columns: [Expression], in program: inout Program
  ) throws(KernelError) -> NodeID {
    throw wrong("hand kernel '\(call.kernel)'")
  }

  private func wrong(_ what: String) -> KernelError {
    KernelError(.wrongLevel, "\(what) stands inside a row of '\(alias)'")
  }
}

/// A table's columns for the inputs of a row program.
extension RowLevel {
  /// - Throws: `missing-input` or `wrong-type`, naming the column.
  func bind(_ table: Table) throws(KernelError) -> [Column] {
    var columns: [Column] = []
    for name in names { columns.append(try RowLevel.column(name, of: table, alias, types[name])) }
    return columns
  }

  static func column(
    _ name: String, of table: Table, _ alias: String, _ type: ColumnType?
  ) throws(KernelError) -> Column {
    guard let column = table[name] else {
      throw KernelError(.missingInput, "the rows of '\(alias)' lack column '\(name)'")
    }
    guard let type, column.holds(type) else {
      throw KernelError(
        .wrongType,
        "column '\(alias).\(name)' holds \(column.word), not \(type.map { "\($0)" } ?? "its type")")
    }
    return column
  }
}
