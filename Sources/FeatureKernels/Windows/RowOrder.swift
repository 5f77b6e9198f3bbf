/// The rows of a history by entity, day and order: oldest first, so that the newest row of a window is
/// its last. Rows without a key or a day are left out.
struct RowOrder: Sendable {
  /// Where each row stood in the table; nil where the table is in this order already.
  let places: [Int32]?
  let timeline: Timeline
  /// How many rows there are; fewer than the table has where some were left out.
  let count: Int

  /// One term of the order, newest first: values in an order-keeping form.
  struct Term {
    let values: Vector<Int64>
    let isDescending: Bool

    /// Below 0 where `a` is older than `b`; NULL is the oldest.
    @inline(__always)
    func compare(_ a: Int, _ b: Int) -> Int {
      switch (values.isValid(a), values.isValid(b)) {
      case (false, false): return 0
      case (false, true): return -1
      case (true, false): return 1
      case (true, true):
        let (left, right) = (values[a], values[b])
        if left == right { return 0 }
        return (left < right) == isDescending ? -1 : 1
      }
    }
  }

  /// - Parameters:
  ///   - entityOfRow: -1 for rows that are left out.
  ///   - terms: asked for where two rows of an entity share a day.
  init(
    entityOfRow: [Int32], entityCount: Int, days: Vector<Int32>,
    terms: () throws(KernelError) -> [Term]
  ) throws(KernelError) {
    var starts = [Int32](repeating: 0, count: entityCount + 1)
    var isInPlace = true
    var hasTies = false
    var last: (entity: Int32, day: Int32) = (-1, .min)
    for row in entityOfRow.indices {
      let entity = days.isValid(row) ? entityOfRow[row] : -1
      guard entity >= 0 else {
        isInPlace = false
        continue
      }
      starts[Int(entity) + 1] += 1
      let day = days[row]
      if entity < last.entity || entity == last.entity && day < last.day { isInPlace = false }
      if entity == last.entity, day == last.day { hasTies = true }
      last = (entity, day)
    }
    for entity in 0..<entityCount { starts[entity + 1] += starts[entity] }
    count = Int(starts[entityCount])
    if isInPlace, !hasTies {
      places = nil
      timeline = Timeline(starts: starts, days: Array(days.spread(over: count).values))
      return
    }
    let places = try RowOrder.sorted(entityOfRow, starts, days, terms)
    self.places = places
    timeline = Timeline(starts: starts, days: places.map { days[Int($0)] })
  }

  /// Rows dealt out by entity, then each entity's rows sorted.
  private static func sorted(
    _ entityOfRow: [Int32], _ starts: [Int32], _ days: Vector<Int32>,
    _ terms: () throws(KernelError) -> [Term]
  ) throws(KernelError) -> [Int32] {
    var next = starts
    var places = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    for row in entityOfRow.indices where entityOfRow[row] >= 0 && days.isValid(row) {
      let entity = Int(entityOfRow[row])
      places[Int(next[entity])] = Int32(row)
      next[entity] += 1
    }
    let terms = try terms()
    /// The row's own place decides last, so that an order which is not total is at least one order.
    func isOlder(_ a: Int32, _ b: Int32) -> Bool {
      let (left, right) = (days[Int(a)], days[Int(b)])
      if left != right { return left < right }
      for term in terms {
        let order = term.compare(Int(a), Int(b))
        if order != 0 { return order < 0 }
      }
      return a < b
    }
    for entity in 0..<starts.count - 1 {
      let rows = Int(starts[entity])..<Int(starts[entity + 1])
      if zip(places[rows], places[rows].dropFirst()).allSatisfy({ isOlder($0, $1) }) { continue }
      places.replaceSubrange(rows, with: places[rows].sorted(by: isOlder))
    }
    return places
  }
}
