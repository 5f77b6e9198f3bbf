import FeatureAlgebra

/// The units that a value may have.
///
/// Several, because arithmetic does not always tell: a count over a count is a share (makes of attempts)
/// or still a count (attempts per game). `unknown` agrees with everything.
enum UnitSet: Hashable {
  case unknown
  case oneOf(Set<Unit>)

  static let number = UnitSet.oneOf([.number])

  init(_ unit: Unit?) {
    self = unit.map { .oneOf([$0]) } ?? .unknown
  }

  /// Whether a value of each can be added, compared or stored for the other.
  func agrees(with other: UnitSet) -> Bool {
    guard case .oneOf(let left) = self, case .oneOf(let right) = other else { return true }
    return left.contains { a in right.contains { b in a.agrees(with: b) } }
  }

  /// What both can be; a plain number takes the unit it meets, a count that of what it counts.
  func meeting(_ other: UnitSet) -> UnitSet {
    guard case .oneOf(let left) = self, case .oneOf(let right) = other else {
      let known = self == .unknown ? other : self
      return known == .number || known == UnitSet(.count) ? .unknown : known
    }
    var met: Set<Unit> = []
    for a in left {
      for b in right where a.agrees(with: b) {
        met.formUnion([a, b].filter { $0 != .number && $0 != .count || a == b })
        if Set([a, b]) == [.number, .count] { met.insert(.count) }
      }
    }
    return .oneOf(met)
  }

  func mapped(_ change: (Unit) -> Set<Unit>?) -> UnitSet {
    guard case .oneOf(let units) = self else { return .unknown }
    var all: Set<Unit> = []
    for unit in units {
      guard let changed = change(unit) else { return .unknown }
      all.formUnion(changed)
    }
    return .oneOf(all)
  }

  /// `count or ratio`, sorted by name.
  var words: String {
    guard case .oneOf(let units) = self else { return "an unknown unit" }
    return units.map(\.name).sorted().joined(separator: " or ")
  }
}

extension Unit {
  /// Equal units agree, and a plain number agrees with all. Percentages agree with their differences. A
  /// score is a scale of its own, into which anything may go but a ratio: 0.8 is no score of 80. A count
  /// agrees with what is counted (points, possessions, days), not with what is measured or derived.
  fileprivate func agrees(with other: Unit) -> Bool {
    if self == other || self == .number || other == .number { return true }
    let pair: Set<Unit> = [self, other]
    if pair == [.percent, .percentagePoints] { return true }
    if pair.contains(.score) { return !pair.contains(.ratio) }
    return pair.contains(.count) && pair.isDisjoint(with: Unit.measured)
  }

  private static let measured: Set<Unit> = [
    .ratio, .percent, .percentagePoints, .minutes, .feet, .miles, .score, .rating, .pace,
  ]
}
