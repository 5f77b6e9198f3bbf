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

  /// The units of `self` that agree with some unit of `other`, and the other way round; a plain number
  /// takes the unit it meets.
  func meeting(_ other: UnitSet) -> UnitSet {
    guard case .oneOf(let left) = self, case .oneOf(let right) = other else {
      return self == .unknown ? other.orUnknown : self.orUnknown
    }
    var met: Set<Unit> = []
    for a in left {
      for b in right where a.agrees(with: b) {
        if a == .number || b == .score { met.insert(b) } else { met.insert(a) }
        if a != .number, b != .number, a != b, a != .score, b != .score { met.insert(b) }
      }
    }
    return .oneOf(met)
  }

  /// Against an unknown unit a known one may stand, but need not.
  private var orUnknown: UnitSet { self == .number ? .unknown : self }

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
  /// score is a scale of its own, into which anything may go but a ratio: 0.8 is no score of 80.
  fileprivate func agrees(with other: Unit) -> Bool {
    if self == other || self == .number || other == .number { return true }
    let pair: Set<Unit> = [self, other]
    if pair == [.percent, .percentagePoints] { return true }
    return pair.contains(.score) && !pair.contains(.ratio)
  }
}
