import FeatureAlgebra
import FeaturePlan

/// Rows in the order of their days with what follows from it, once per row whatever the as-of days.
///
/// A row is among the newest n before D exactly when D comes after the row's day and not after that of
/// the n-th row after it: `D <= LEAD(day, n)`. So windows of rows are conditions on two days, and no
/// row is numbered again for every as-of day.
struct Numbering {
  /// The day up to which a row is among the newest n, by n: `last_10_until`.
  let untils: [Int: String]
  /// The column that is larger in newer rows: the day itself where it decides alone, else a number;
  /// nil where nothing asks for the order.
  let sequence: String?
  /// The columns to add to the rows.
  let columns: [SelectColumn]

  static let none = Numbering(untils: [:], sequence: nil, columns: [])

  /// No day of a game comes after this one.
  static let never = SQLExpression.literal(
    .day(Day(year: 9999, month: 12, day: 31) ?? Day(ordinal: .max)))

  /// `LEAD("game_date", 10, DATE '9999-12-31') OVER (PARTITION BY "player" ORDER BY "game_date")`
  ///
  /// - Parameters:
  ///   - counts: The n of every window of rows.
  ///   - order: Oldest first, without the columns of the partition.
  ///   - day: The name of the day, in the table `table`.
  ///   - number: The name of the row number if one is wanted; nil where nothing asks for the order.
  init(
    counts: [Int], day: String, of table: String, partitionBy keys: [SQLExpression],
    order: [OrderTerm], number: String?, names: inout Names
  ) {
    let dayColumn = SQLExpression.column(day, of: table)
    var columns: [SelectColumn] = []
    var untils: [Int: String] = [:]
    for count in Set(counts).sorted() {
      let name = names.take("last_\(count)_until")
      untils[count] = name
      let lead = WindowCall(
        .lead(dayColumn, by: count, otherwise: Numbering.never), partitionBy: keys, orderBy: order)
      columns.append(SelectColumn(.window(lead), as: name))
    }
    self.untils = untils
    if order.count == 1, order[0].value == dayColumn {
      sequence = number.map { _ in day }
    } else {
      sequence = number
      if let number {
        let rowNumber = WindowCall(.rowNumber, partitionBy: keys, orderBy: order)
        columns.append(SelectColumn(.window(rowNumber), as: number))
      }
    }
    self.columns = columns
  }

  private init(untils: [Int: String], sequence: String?, columns: [SelectColumn]) {
    self.untils = untils
    self.sequence = sequence
    self.columns = columns
  }

  /// `as_of <= "last_10_until"`
  func isAmongNewest(_ count: Int, asOf: SQLExpression, of table: String? = nil) -> SQLExpression? {
    untils[count].map { .infix(.lessOrEqual, asOf, .column($0, of: table)) }
  }
}

extension Reach {
  /// Enough for every window inside the bounds: `as_of <= "last_10_until" OR day >= as_of - 14`.
  func conditions(
    on day: SQLExpression, asOf: SQLExpression, numbering: Numbering, of table: String
  ) -> [SQLExpression] {
    let alternatives = spans.compactMap { span -> SQLExpression? in
      switch span {
      case .rows(let count): numbering.isAmongNewest(count, asOf: asOf, of: table)
      case .days(let days):
        .infix(.greaterOrEqual, day, .call(.dayMinus, [asOf, .integer(days)]))
      case .all: nil
      }
    }
    switch alternatives.count {
    case 0: return []
    case 1: return alternatives
    default: return [.any(alternatives)]
    }
  }

  /// Whether the join leaves exactly the rows of a window of `count` rows, as far as counting goes.
  func isExactly(rows count: Int) -> Bool { spans == [.rows(count)] }
}
