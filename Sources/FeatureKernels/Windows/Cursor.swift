/// Finds rows by day, entity by entity, from where it stood last.
///
/// As-of days mostly grow, so a step or two forward finds the next place: one merge of sorted days. Any
/// other order of questions gives the same answers.
struct Cursor {
  private var places: [Int32]

  /// A cursor at the first row of every entity of the timeline.
  init(_ timeline: Timeline) { places = Array(timeline.starts.dropLast()) }

  /// Takes in entities that a growing timeline has gained.
  mutating func grow(_ timeline: Timeline) {
    if places.count < timeline.entityCount {
      places += timeline.starts[places.count..<timeline.entityCount]
    }
  }

  /// The first row of each entity on or after its day less `back`; 0 for entity -1, and the largest
  /// place where the day is NULL.
  mutating func seek(
    _ entities: Vector<Int32>, _ days: Vector<Int32>, back: Int, in timeline: Timeline
  ) -> [Int32] {
    let count = entities.count
    // More days than there are: no history reaches further back.
    let back = Int64(min(back, 1 << 33))
    return [Int32](unsafeUninitializedCapacity: count) { found, filled in
      entities.values.withUnsafeBufferPointer { entities in
        timeline.starts.withUnsafeBufferPointer { starts in
          timeline.days.withUnsafeBufferPointer { rows in
            places.withUnsafeMutableBufferPointer { places in
              for row in 0..<count {
                let entity = Int(entities[row])
                var place: Int32 = 0
                if !days.isValid(row) {
                  place = .max
                } else if entity >= 0 {
                  let day = Int32(clamping: Int64(days[row]) - back)
                  place = Cursor.move(
                    places[entity], to: day, within: starts[entity]..<starts[entity + 1], rows)
                  places[entity] = place
                }
                found.initializeElement(at: row, to: place)
              }
            }
          }
        }
      }
      filled = count
    }
  }

  /// The first place in `within` whose day is not before `day`.
  @inline(__always)
  private static func move(
    _ place: Int32, to day: Int32, within: Range<Int32>, _ days: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    var (low, high) = (within.lowerBound, within.upperBound)
    if place < high, days[Int(place)] < day {
      // Forward: a few steps, then halving.
      low = place + 1
      let near = min(high, low + 8)
      while low < near, days[Int(low)] < day { low += 1 }
      if low < near || low == high { return low }
    } else {
      if place == low || days[Int(place) - 1] < day { return place }
      high = place - 1
    }
    while low < high {
      let middle = low + (high - low) / 2
      if days[Int(middle)] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
