import FeatureAlgebra
import FeaturePlan

/// An input with its table, and the two halves of every statement that looks at its scopes: the rows
/// of each source day once, and the source days of each as-of day.
struct ScopedInput {
  let input: InputScope
  let table: TablePlan
  /// The table's day; nil where the scope is every row.
  let day: String?
  /// Columns of a computed table that say how new the data behind a row is.
  private let tracked: [String]

  init(_ input: InputScope, of processor: ProcessorPlan, in plan: Plan) throws(RenderError) {
    self.input = input
    guard let table = plan[table: input.table] else {
      throw RenderError(
        .brokenPlan, "input '\(input.name)' reads \(input.table), which is not declared",
        in: processor.name)
    }
    self.table = table
    let writer = plan.processors.first { $0.table.name == table.name }
    self.tracked = (writer?.output ?? []).compactMap { output in
      if case .source(_, .lastUpdated) = output.origin { output.column.name } else { nil }
    }
    switch input.scope {
    case .everything: self.day = nil
    case .sameDay, .before:
      guard let day = table.day else {
        throw RenderError(
          .brokenPlan, "input '\(input.name)' has a scope of days, but \(table.name) has no day",
          in: processor.name)
      }
      self.day = day
    }
  }

  /// The name of the sums of a source day in `perAsOfDay`.
  static let alias = "by_day"

  /// The name of the common table of `byDay`.
  var byDayName: String { "\(input.name)_by_day" }

  /// One row per source day that some as-of day can reach (one row in all where the table has no day):
  /// `day`, `last_updated` and the columns in `extra`, which read the alias `rows`.
  func byDay(extra: [SelectColumn]) -> CommonTable {
    var select = Select([], from: .table(table.name, alias: "rows"))
    if let day {
      let value = SQLExpression.column(day, of: "rows")
      select.columns.append(SelectColumn(value, as: "day"))
      select.filter = .all(reach(of: value))
      select.groupBy = [value]
    }
    select.columns.append(SelectColumn(lastUpdated, as: "last_updated"))
    select.columns += extra
    return CommonTable(byDayName, select)
  }

  /// `SELECT 'games' AS "input", "days"."as_of", … FROM "days" LEFT JOIN … GROUP BY "days"."as_of"`
  ///
  /// - Parameter columns: Aggregates over the alias `by_day`; a day without rows has NULLs there.
  func perAsOfDay(_ columns: [SelectColumn]) -> Select {
    let asOf = AsOfDays.asOf
    let name = SelectColumn(.literal(.text(input.name)), as: "input")
    let join: Join
    switch input.scope {
    case .everything: join = Join(.cross, .common(byDayName, alias: ScopedInput.alias))
    case .sameDay:
      join = Join(
        .left, .common(byDayName, alias: ScopedInput.alias),
        on: .infix(.equal, .column("day", of: ScopedInput.alias), asOf))
    case .before(let days, let withinSeason):
      let found = SQLExpression.column("day", of: ScopedInput.alias)
      var conditions: [SQLExpression] = [.infix(.less, found, asOf)]
      if let days {
        conditions.append(
          .infix(.greaterOrEqual, found, .call(.dayMinus, [asOf, .literal(.integer(Int64(days)))])))
      }
      if withinSeason {
        conditions.append(.infix(.greaterOrEqual, found, AsOfDays.seasonOpening))
      }
      join = Join(.left, .common(byDayName, alias: ScopedInput.alias), on: .all(conditions))
    }
    return Select(
      [name, SelectColumn(asOf, as: AsOfDays.Name.asOf)] + columns,
      from: .common(AsOfDays.Name.table), joins: [join], groupBy: [asOf])
  }

  /// The rows that some day of the range can reach, so that old seasons are not read.
  private func reach(of day: SQLExpression) -> [SQLExpression] {
    let from = SQLExpression.parameter("from")
    let to = SQLExpression.parameter("to")
    switch input.scope {
    case .everything: return []
    case .sameDay:
      return [.inRange(day)]
    case .before(let days, let withinSeason):
      var conditions: [SQLExpression] = [.infix(.less, day, to)]
      if let days {
        let first = SQLExpression.call(
          .dayMinus, [.cast(from, .day), .literal(.integer(Int64(days)))])
        conditions.append(.infix(.greaterOrEqual, day, first))
      }
      if withinSeason {
        let opening = Select(
          [
            SelectColumn(
              .smallest(of: .column(AsOfDays.Name.seasonOpening)))
          ], from: .common(AsOfDays.Name.table))
        conditions.append(.infix(.greaterOrEqual, day, .subquery(Query(opening))))
      }
      return conditions
    }
  }

  /// The newest change behind the rows: of a computed table, that of its own tracked inputs, so that it
  /// says the same today and in a backfill; of a raw table, its freshness column.
  private var lastUpdated: SQLExpression {
    if !tracked.isEmpty {
      let columns = tracked.map { SQLExpression.column($0, of: "rows") }
      return .largest(of: columns.count == 1 ? columns[0] : .call(.largestPresent, columns))
    }
    guard let freshness = table.freshness else { return .literal(.null(.timestamp)) }
    let value = SQLExpression.column(freshness, of: "rows")
    let isTimestamp = table[freshness]?.type == .timestamp
    return .largest(of: isTimestamp ? value : .cast(value, .column(.timestamp)))
  }
}
