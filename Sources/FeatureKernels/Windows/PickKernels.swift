/// `newest(n)` and `oldest`: the value of one row that passes the filter, NULL included.
struct PickKernel: WindowKernel {
  /// From the newest backwards, 1 is the newest; nil for the oldest.
  let newest: Int?
  let argument: Column
  /// Of the filter alone.
  let mask: RowMask
  /// The rows that pass, in order; nil where all do.
  let places: [Int32]?
  /// How many rows pass before each row; empty where all do.
  let before: [Int32]

  init(newest: Int?, argument: Column, mask: RowMask) {
    self.newest = newest
    self.argument = argument
    self.mask = mask
    places = mask.places
    var before: [Int32] = places == nil ? [] : [0]
    if places != nil {
      for row in 0..<argument.count { before.append(before[row] + (mask.takes(row) ? 1 : 0)) }
    }
    self.before = before
  }

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    let back = newest.map { Int32(clamping: $0) }
    let rows: Vector<Int32>
    if let places {
      rows = start.map(with: end) { start, end in
        let (first, past) = (before[Int(start)], before[Int(end)])
        let place = back.map { past - $0 } ?? first
        return place >= first && place < past ? places[Int(place)] : -1
      }
    } else {
      rows = start.map(with: end) { start, end in
        let place = back.map { end - $0 } ?? start
        return place >= start && place < end ? place : -1
      }
    }
    let picked = argument.gather(Array(rows.values))
    return Register(picked, rows: 0..<picked.count)
  }
}

/// `anyTrue` and `allTrue` over the rows whose argument is there; NULL where none is.
struct TruthKernel: WindowKernel {
  let isAny: Bool
  /// Rows whose argument is there.
  let present: RowMask
  /// Rows whose argument is true.
  let holds: RowMask

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    .truth(
      present.withCounts { count in
        holds.withCounts { holding in
          start.map(with: end) { start, end in
            let values = count(Int(start), Int(end))
            guard values > 0 else { return Truth.unknown }
            let trues = holding(Int(start), Int(end))
            return (isAny ? trues > 0 : trues == values) ? Truth.yes : Truth.no
          }
        }
      })
  }
}

/// `streak`: rows whose argument is true, after the newest row whose argument is false.
struct StreakKernel: WindowKernel {
  let holds: RowMask
  /// The row after the newest false one up to and with each row.
  let since: [Int32]

  /// - Parameter truths: the argument; a row that fails the filter is unknown.
  init(_ truths: [UInt8], holds: RowMask) {
    self.holds = holds
    var latest: Int32 = 0
    since = truths.enumerated().map { row, truth in
      if truth == Truth.no { latest = Int32(row) + 1 }
      return latest
    }
  }

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    .integer(
      holds.withCounts { holding in
        since.withUnsafeBufferPointer { since in
          start.map(with: end) { start, end in
            guard end > start else { return 0 }
            return Int64(holding(Int(max(start, since[Int(end) - 1])), Int(end)))
          }
        }
      })
  }
}
