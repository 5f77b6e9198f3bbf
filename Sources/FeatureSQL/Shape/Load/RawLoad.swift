import FeatureAlgebra
public import FeaturePlan

/// The statements that land the rows of a feed in one raw table.
///
/// The engine runs the feed's query into `"read_<table>"`; `stage` brings it to the table's types in
/// `"loaded_<table>"`, with a reason in `"refused"` for each row that is not taken. Then one `MERGE` by
/// the table's key: rows whose hash is the stored one are left alone.
public struct RawLoad: Sendable {
  /// The relation of the feed's query.
  public let readName: String
  /// The relation of staged rows.
  public let stagedName: String
  public let stage: Statement
  /// Reason and number of rows refused.
  public let refusals: Statement
  /// Rows taken, rows with a stored key, rows with a stored key and another hash.
  public let comparison: Statement
  public let merge: Statement

  public init(_ table: TablePlan, in dialect: Dialect) throws(RenderError) {
    let shape = RawLoadShape(table)
    readName = shape.readName
    stagedName = shape.stagedName
    func statement(
      _ name: String, _ printed: (sql: String, parameters: [String]),
      _ columns: [ResultColumn] = []
    ) -> Statement {
      Statement(
        family: .write, name: name, sql: printed.sql, parameters: printed.parameters,
        columns: columns)
    }
    stage = statement(
      "load_stage",
      try Printer.text(.createTemporary(shape.stagedName, try shape.staged()), in: dialect))
    refusals = statement(
      "load_refusals", try Printer.text(shape.refusals(), in: dialect),
      [ResultColumn("refused", .text), ResultColumn("rows", .integer)])
    comparison = statement(
      "load_comparison", try Printer.text(shape.comparison(), in: dialect),
      [
        ResultColumn("taken", .integer), ResultColumn("matched", .integer),
        ResultColumn("changed", .integer),
      ])
    merge = statement("load_merge", try Printer.text(shape.merge(), in: dialect))
  }
}

/// Builds the trees of `RawLoad`.
struct RawLoadShape {
  let table: TablePlan
  let readName: String
  let stagedName: String
  private let refused = SQLExpression.column("refused")

  init(_ table: TablePlan) {
    self.table = table
    readName = "read_\(table.name.table)"
    stagedName = "loaded_\(table.name.table)"
  }

  /// Columns that the feed gives: all but the row hash.
  private var given: [ColumnPlan] { table.columns.filter { $0.name != table.rowHash } }

  /// Typed rows, the reason of each that is refused, and the row hash of the others.
  func staged() throws(RenderError) -> Query {
    let typed = CommonTable(
      "typed",
      Select(
        given.map {
          SelectColumn(.cast(.column($0.name, of: "read"), .column($0.type)), as: $0.name)
        } + [SelectColumn(.column("refused", of: "read"), as: "refused")],
        from: .common(readName, alias: "read")))
    let judged = CommonTable(
      "judged",
      Select(
        given.map { .column($0.name) }
          + [SelectColumn(.call(.coalesce, [refused] + ownReasons()), as: "refused")],
        from: .common("typed")))
    var columns = given.map { SelectColumn.column($0.name) }
    if let hash = table.rowHash {
      let text = RowHash(of: given, rule: .canonical).text()
      columns.append(SelectColumn(RowHash.hash(of: text), as: hash))
    }
    let copy = WindowCall(
      .rowNumber, partitionBy: [refused] + table.key.map { .column($0) },
      orderBy: given.filter { !table.key.contains($0.name) }
        .map { OrderTerm(.column($0.name), descending: $0.name == table.freshness) })
    let isCopy = SQLExpression.infix(.greater, .window(copy), .literal(.integer(1)))
    columns.append(
      SelectColumn(
        .choice(
          [
            When(.isNotNull(refused), then: refused),
            When(isCopy, then: .literal(.text("another row has the same key"))),
          ], otherwise: nil), as: "refused"))
    return Query(with: [typed, judged], Select(columns, from: .common("judged")))
  }

  /// What the table itself refuses: a missing value where one must stand, numbers that are none, and
  /// days and times that no calendar has.
  private func ownReasons() -> [SQLExpression] {
    given.flatMap { column -> [SQLExpression] in
      let value = SQLExpression.column(column.name)
      var reasons: [SQLExpression] = []
      func refuse(_ condition: SQLExpression, _ words: String) {
        let text = SQLExpression.literal(.text("\(column.name) \(words)"))
        reasons.append(.choice([When(condition, then: text)], otherwise: nil))
      }
      if !column.isNullable { refuse(.isNull(value), "is missing") }
      switch column.type {
      case .double: refuse(.not(.call(.isFinite, [value])), "is not a finite number")
      case .day: refuse(.not(Self.isInCalendar(value)), "is not a day of the calendar")
      case .timestamp:
        refuse(.not(Self.isInCalendar(.cast(value, .day))), "is not a time of the calendar")
      case .integer, .integer32, .decimal, .text, .boolean, .textList, .doubleList: break
      }
      return reasons
    }
  }

  /// From the year 1 to the year 9999, which leaves the infinite days out: every day that can be written
  /// as `YYYY-MM-DD`.
  private static func isInCalendar(_ day: SQLExpression) -> SQLExpression {
    let (first, last) = (Day(ordinal: -719_162), Day(ordinal: 2_932_896))
    return .between(day, .literal(.day(first)), .literal(.day(last)))
  }

  func refusals() -> Query {
    Query(
      Select(
        [.column("refused"), SelectColumn(.countOfRows, as: "rows")],
        from: .common(stagedName), where: .isNotNull(refused), groupBy: [refused]),
      orderBy: [OrderTerm(.column("rows"), descending: true), OrderTerm(refused)])
  }

  private func sameKey() -> SQLExpression {
    .all(
      table.key.map { .infix(.equal, .column($0, of: "target"), .column($0, of: "source")) })
  }

  private var differs: SQLExpression {
    let compared =
      table.rowHash.map { [$0] } ?? given.map(\.name).filter { !table.key.contains($0) }
    return .any(
      compared.map { .infix(.isDifferent, .column($0, of: "target"), .column($0, of: "source")) })
  }

  private var taken: Select {
    Select(
      table.columns.map { .column($0.name) }, from: .common(stagedName), where: .isNull(refused))
  }

  func comparison() -> Query {
    let first = table.key.first ?? ""
    let isStored = SQLExpression.isNotNull(.column(first, of: "target"))
    return Query(
      with: [CommonTable("source", taken)],
      Select(
        [
          SelectColumn(.countOfRows, as: "taken"),
          SelectColumn(.countOfRows(where: isStored), as: "matched"),
          SelectColumn(.countOfRows(where: .all([isStored, differs])), as: "changed"),
        ], from: .common("source"),
        joins: [Join(.left, .table(table.name, alias: "target"), on: sameKey())]))
  }

  func merge() -> Command {
    func assignment(_ column: ColumnPlan) -> Assignment {
      Assignment(column.name, .column(column.name, of: "source"))
    }
    return .merge(
      Merge(
        target: table.name, targetAlias: "target", source: Query(taken), sourceAlias: "source",
        on: sameKey(), changed: differs,
        updates: table.columns.filter { !table.key.contains($0.name) }.map(assignment),
        inserts: table.columns.map(assignment)))
  }
}
