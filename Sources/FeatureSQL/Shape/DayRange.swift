import FeatureAlgebra

/// Which days of some rows can matter to a statement, as conditions on the day.
struct DayRange {
  let conditions: (SQLExpression) -> [SQLExpression]
  /// Whether a condition asks when the first season of the slab opened.
  let asksOpening: Bool
  /// Whether the days are those of the slab and no others.
  private let isSlab: Bool

  init(
    asksOpening: Bool = false, isSlab: Bool = false,
    _ conditions: @escaping (SQLExpression) -> [SQLExpression]
  ) {
    self.conditions = conditions
    self.asksOpening = asksOpening
    self.isSlab = isSlab
  }

  static let from = SQLExpression.parameter("from")
  static let to = SQLExpression.parameter("to")

  /// `day BETWEEN $from AND $to`
  static var slab: DayRange { DayRange(isSlab: true) { [.between($0, from, to)] } }

  /// Every row: the rows have no day, or any day can matter.
  static var always: DayRange { DayRange { _ in [] } }

  /// Days before some day of the range, at most so many before it.
  func before(maximumAge days: Int) -> DayRange {
    guard isSlab else { return .always }
    return DayRange { day in
      [
        .infix(.greaterOrEqual, day, .call(.dayMinus, [DayRange.from, .integer(days)])),
        .infix(.less, day, DayRange.to),
      ]
    }
  }

  /// Days after some day of the range, at most so many after it.
  func after(within days: Int) -> DayRange {
    guard isSlab else { return .always }
    return DayRange { day in
      [
        .infix(.greater, day, DayRange.from),
        .infix(.lessOrEqual, day, .call(.dayPlus, [DayRange.to, .integer(days)])),
      ]
    }
  }

  /// Days before some as-of day of the slab that the reach allows.
  ///
  /// - Parameter firstOpening: the earliest season opening of the slab's as-of days.
  static func before(_ reach: Reach, firstOpening: SQLExpression) -> DayRange {
    DayRange(asksOpening: reach.bounds.contains { $0.days == nil }) { day in
      let lowest = reach.bounds.map { bound -> SQLExpression in
        if let days = bound.days {
          return .infix(.greaterOrEqual, day, .call(.dayMinus, [from, .integer(days)]))
        }
        return .infix(.greaterOrEqual, day, firstOpening)
      }
      let upper = SQLExpression.infix(.less, day, to)
      switch lowest.count {
      case 0: return [upper]
      case 1: return [lowest[0], upper]
      default: return [.any(lowest), upper]
      }
    }
  }
}
