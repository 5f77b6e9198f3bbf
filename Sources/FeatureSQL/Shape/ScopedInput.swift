import FeatureAlgebra
import FeaturePlan

/// An input with its table, and the two halves of every statement that looks at its scopes: the rows
/// of each source day once, and the source days of each as-of day.
struct ScopedInput {
  let input: InputScope
  let table: TablePlan
  /// The table's day; nil where the scope is every row.
  let day: String?
  /// Columns of a computed table that say how new the data behind a row is; nil for a raw table.
  private let tracked: [String]?
  /// The common table of the processor's as-of days.
  private let days: String

  init(
    _ input: InputScope, of processor: ProcessorPlan, in plan: Plan,
    days: String = AsOfDays.Name.table
  ) throws(RenderError) {
    self.input = input
    self.days = days
    guard let table = plan[table: input.table] else {
      throw RenderError(
        .brokenPlan, "input '\(input.name)' reads \(input.table), which is not declared",
        in: processor.name)
    }
    self.table = table
    let writer = plan.processors.first { $0.table.name == table.name }
    self.tracked = writer?.output.compactMap { output in
      if case .source(_, .lastUpdated) = output.origin { output.column.name } else { nil }
    }
    switch input.scope {
    case .everything, .matching: self.day = nil
    case .sameDay, .before, .beforeInSeason, .after:
      guard let day = table.day else {
        throw RenderError(
          .brokenPlan, "input '\(input.name)' has a scope of days, but \(table.name) has no day",
          in: processor.name)
      }
      self.day = day
    }
  }

  /// The table as its digest sees it: of rows after D only what is announced, so that their results change
  /// nothing before them.
  var digested: TablePlan {
    guard case .after(_, let columns) = input.scope else { return table }
    return TablePlan(
      name: table.name, columns: table.columns.filter { columns.contains($0.name) },
      key: table.key, day: table.day, freshness: table.freshness, rowHash: nil)
  }

  /// The name of the sums of a source day in `perAsOfDay`.
  static let alias = "by_day"

  /// The name of the table's rows in `byDay`.
  static let rows = "rows"

  /// The name of the common table of `byDay`.
  var byDayName: String { "\(input.name)_by_day" }

  /// One row per source day that some as-of day can reach; where the table has no day, one per value of
  /// the columns that D decides, or one in all: `day`, `last_updated` and the columns in `extra`, which read the alias `rows`.
  ///
  /// - Parameter relation: The rows under their alias where they have more columns than the table.
  func byDay(from relation: Relation? = nil, extra: [SelectColumn]) -> CommonTable {
    var select = Select([], from: relation ?? .table(table.name, alias: ScopedInput.rows))
    if let day {
      let value = SQLExpression.column(day, of: "rows")
      select.columns.append(SelectColumn(value, as: "day"))
      select.filter = .all(reach(of: value))
      select.groupBy = [value]
    }
    if case .matching(let values) = input.scope {
      let columns = values.map { SQLExpression.column($0.column, of: "rows") }
      select.columns = zip(values, columns).map { SelectColumn($1, as: $0.column) }
      select.groupBy = columns
    }
    select.columns.append(SelectColumn(lastUpdated, as: "last_updated"))
    select.columns += extra
    return CommonTable(byDayName, select)
  }

  /// `'games' AS "input"`
  var label: SelectColumn { SelectColumn(.literal(.text(input.name)), as: "input") }

  /// `SELECT … "days"."as_of", … FROM "days" LEFT JOIN … GROUP BY "days"."as_of"`
  ///
  /// - Parameter labels: Constants, in front.
  /// - Parameter columns: Aggregates over the alias `by_day`; a day without rows has NULLs there.
  /// - Parameter sums: The common table of `byDay`; nil is `byDayName`.
  func perAsOfDay(
    _ labels: [SelectColumn], _ columns: [SelectColumn], from sums: String? = nil
  ) throws(RenderError) -> Select {
    let asOf = self.asOf
    let sums = Relation.common(sums ?? byDayName, alias: ScopedInput.alias)
    let join: Join
    switch input.scope {
    case .everything: join = Join(.cross, sums)
    case .sameDay:
      join = Join(
        .left, sums,
        on: .infix(.equal, .column("day", of: ScopedInput.alias), asOf))
    case .matching(let values):
      join = Join(
        .left, sums, on: .every(try values.map(isMet)))
    case .beforeInSeason(let days):
      let found = SQLExpression.column("day", of: ScopedInput.alias)
      let oldest = SQLExpression.call(.dayMinus, [asOf, .integer(days)])
      join = Join(
        .left, sums,
        on: .all([
          .infix(.less, found, asOf),
          .any([
            .infix(.greaterOrEqual, found, seasonOpening),
            .infix(.greaterOrEqual, found, oldest),
          ]),
        ]))
    case .after(let days, _):
      let found = SQLExpression.column("day", of: ScopedInput.alias)
      join = Join(
        .left, sums,
        on: .all([
          .infix(.greater, found, asOf),
          .infix(.lessOrEqual, found, .call(.dayPlus, [asOf, .integer(days)])),
        ]))
    case .before(let days, let withinSeason):
      let found = SQLExpression.column("day", of: ScopedInput.alias)
      var conditions: [SQLExpression] = [.infix(.less, found, asOf)]
      if let days {
        conditions.append(
          .infix(.greaterOrEqual, found, .call(.dayMinus, [asOf, .literal(.integer(Int64(days)))])))
      }
      if withinSeason {
        conditions.append(.infix(.greaterOrEqual, found, seasonOpening))
      }
      join = Join(.left, sums, on: .all(conditions))
    }
    return Select(
      labels + [SelectColumn(asOf, as: AsOfDays.Name.asOf)] + columns,
      from: .common(days), joins: [join], groupBy: [asOf])
  }

  /// `"by_day"."season_year" = EXTRACT(YEAR FROM "days"."season_opening")`
  private func isMet(_ value: InputScope.DerivedValue) throws(RenderError) -> SQLExpression {
    guard let column = table[value.column] else {
      throw RenderError(.brokenPlan, "\(table.name) has no column '\(value.column)'")
    }
    let expressions = ExpressionShape(
      types: PlanTypes(features: []),
      leaves: Leaves { leaf in
        switch leaf {
        case .asOfDay: asOf
        case .seasonOpening: seasonOpening
        default: nil
        }
      })
    return expressions.comparison(
      .equal, Shaped(.column(value.column, of: ScopedInput.alias), Shaped.Kind(column.type)),
      try expressions.shape(value.value))
  }

  /// The rows that some day of the range can reach, so that old seasons are not read.
  private func reach(of day: SQLExpression) -> [SQLExpression] {
    let from = SQLExpression.parameter("from")
    let to = SQLExpression.parameter("to")
    switch input.scope {
    case .everything, .matching: return []
    case .sameDay:
      return [.inRange(day)]
    case .beforeInSeason(let days):
      return [
        .infix(.less, day, to),
        .any([
          .infix(.greaterOrEqual, day, firstOpening),
          .infix(.greaterOrEqual, day, .call(.dayMinus, [.cast(from, .day), .integer(days)])),
        ]),
      ]
    case .after(let days, _):
      return [
        .infix(.greater, day, from),
        .infix(.lessOrEqual, day, .call(.dayPlus, [.cast(to, .day), .integer(days)])),
      ]
    case .before(let days, let withinSeason):
      var conditions: [SQLExpression] = [.infix(.less, day, to)]
      if let days {
        let first = SQLExpression.call(
          .dayMinus, [.cast(from, .day), .literal(.integer(Int64(days)))])
        conditions.append(.infix(.greaterOrEqual, day, first))
      }
      if withinSeason {
        conditions.append(.infix(.greaterOrEqual, day, firstOpening))
      }
      return conditions
    }
  }

  private var asOf: SQLExpression { .column(AsOfDays.Name.asOf, of: days) }
  private var seasonOpening: SQLExpression { .column(AsOfDays.Name.seasonOpening, of: days) }

  /// When the first season of the range opened, whatever the days of the processor: sums of the same
  /// table for several processors are the same.
  private var firstOpening: SQLExpression {
    .subquery(
      Query(
        Select(
          [SelectColumn(.smallest(of: .column(CalendarShape.Column.opening)))],
          from: .table(CalendarShape.table), where: .inRange(.column(CalendarShape.Column.day)))))
  }

  /// The newest change behind the rows: of a computed table, that of its own tracked inputs, so that it
  /// says the same today and in a backfill, and NULL where it tracks none; of a raw table, its freshness
  /// column.
  private var lastUpdated: SQLExpression {
    if let tracked, !tracked.isEmpty {
      let columns = tracked.map { SQLExpression.column($0, of: "rows") }
      return .largest(of: columns.count == 1 ? columns[0] : .call(.largestPresent, columns))
    }
    guard tracked == nil, let freshness = table.freshness else {
      return .literal(.null(.timestamp))
    }
    let value = SQLExpression.column(freshness, of: "rows")
    let isTimestamp = table[freshness]?.type == .timestamp
    return .largest(of: isTimestamp ? value : .cast(value, .column(.timestamp)))
  }
}
