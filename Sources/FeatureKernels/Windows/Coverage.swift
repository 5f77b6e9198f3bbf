/// The rows that completeness compares, each by entity with days ascending.
struct CoverageSource: Sendable {
  /// The history whose rows are counted.
  let actual: Timeline
  let expected: Timeline
  let excused: Timeline?
  /// By row of `actual`: the entity of `expected` that its own then was, -1 where no game is expected
  /// under it, `untold` where the row does not say; nil where it is one entity all along.
  var sides: [Int32]?

  static let untold: Int32 = -2
}

/// The games expected of an entity, as a timeline of their own that windows look through, and which of
/// them are there. A game is a day: no entity plays twice on one.
///
/// An entity's games are those of the team it is matched with on D, or of the teams it was with where its
/// rows tell, less its excused days: a timeline per (entity, team, excuse, season), made when a row first
/// asks for it.
struct Coverage {
  private let source: CoverageSource
  private(set) var timeline = Timeline.empty
  /// How many expected days are there before each one.
  private(set) var covered: [Int32] = [0]
  private var known: [Pair: Int32] = [:]
  /// The pair each entity came to last: it changes with a trade.
  private var latest: [(pair: Pair, number: Int32)?]

  private struct Pair: Hashable {
    let own: Int32
    let expected: Int32
    let excused: Int32
    /// The season's first day; 0 where it is not asked for.
    let opening: Int32
  }

  init(_ source: CoverageSource) {
    self.source = source
    latest = Array(repeating: nil, count: source.actual.entityCount + 1)
  }

  /// The timeline of each row's entity.
  mutating func pairs(
    _ own: Vector<Int32>, _ expected: Vector<Int32>, _ excused: Vector<Int32>?,
    openings: Vector<Int32>? = nil
  ) -> Vector<Int32> {
    var numbers: [Int32] = []
    numbers.reserveCapacity(own.count)
    for row in 0..<own.count {
      // No row is of a season that the calendar does not know.
      let opening = openings.map { $0.isValid(row) ? $0[row] : .max } ?? 0
      let pair = Pair(
        own: own[row], expected: expected[row], excused: excused?[row] ?? -1, opening: opening)
      numbers.append(number(pair))
    }
    var faults = Gaps.first(own.gaps.faults, expected.gaps.faults)
    faults = Gaps.first(faults, excused?.gaps.faults)
    return Vector(numbers, Gaps(validity: nil, faults: faults))
  }

  private mutating func number(_ pair: Pair) -> Int32 {
    let place = Int(pair.own) + 1
    if let last = latest[place], last.pair == pair { return last.number }
    let number = known[pair] ?? add(pair)
    latest[place] = (pair, number)
    return number
  }

  private mutating func add(_ pair: Pair) -> Int32 {
    let own = source.actual.days(of: pair.own)
    let expected = expectedDays(pair)
    let excused = source.excused?.days(of: pair.excused) ?? []
    var (nextOwn, nextExcused) = (own.startIndex, excused.startIndex)
    for (place, day) in zip(expected.indices, expected) {
      if place > expected.startIndex, expected[place - 1] == day { continue }
      while nextExcused < excused.endIndex, excused[nextExcused] < day { nextExcused += 1 }
      if nextExcused < excused.endIndex, excused[nextExcused] == day { continue }
      while nextOwn < own.endIndex, own[nextOwn] < day { nextOwn += 1 }
      let isThere = nextOwn < own.endIndex && own[nextOwn] == day
      timeline.days.append(day)
      covered.append(covered[covered.count - 1] + (isThere ? 1 : 0))
    }
    timeline.starts.append(Int32(timeline.days.count))
    let number = Int32(timeline.entityCount - 1)
    known[pair] = number
    return number
  }

  /// The days of the games expected: those of one team, or of each team while the entity was with it.
  private func expectedDays(_ pair: Pair) -> ArraySlice<Int32> {
    guard let sides = source.sides else { return source.expected.days(of: pair.expected) }
    var days: [Int32] = []
    var side = pair.expected
    var since = Int32.min
    let own = source.actual.days(of: pair.own)
    for (row, day) in zip(own.indices, own)
    where day >= pair.opening && sides[row] != CoverageSource.untold && sides[row] != side {
      days += source.expected.days(of: side).filter { $0 >= since && $0 < day }
      (side, since) = (sides[row], day)
    }
    days += source.expected.days(of: side).filter { $0 >= since }
    return days[...]
  }
}
