import FeatureAlgebra

/// Labels and lists: several values of a row side by side.
extension Machine {
  /// NULL values stand out; ties go to the earlier label; NULL where all are.
  func labelOfExtreme(
    _ extreme: Extreme, _ labels: [String], _ xs: [Register], _ id: NodeID
  ) -> Register {
    let winners: Vector<Int32>
    if let integers = xs.allPayloads(\.integer) {
      winners = winner(integers) { extreme == .smallest ? $0 < $1 : $1 < $0 }
    } else {
      winners = winner(xs.map { asDouble($0) }) {
        extreme == .smallest ? Decimals.precedes($0, $1) : Decimals.precedes($1, $0)
      }
    }
    var interner = TextInterner()
    let codes = labels.map { interner.code(of: $0) }
    let dictionary: TextDictionary
    if case .texts(_, _, let known)? = memo[id] {
      dictionary = known
    } else {
      dictionary = interner.dictionary()
      memo[id] = .texts(.empty, [], dictionary)
    }
    return .text(winners.nulling { $0 < 0 }.looked(upIn: codes), dictionary)
  }

  /// The place of the best value of each row among `xs`; -1 where all are NULL.
  private func winner<Number>(
    _ xs: [Vector<Number>], _ isBetter: (Number, Number) -> Bool
  ) -> Vector<Int32> {
    var best = [Int32](repeating: -1, count: count)
    var faults: [Fault]?
    for (place, x) in xs.enumerated() {
      for row in 0..<count where x.isValid(row) {
        if best[row] < 0 || isBetter(x[row], xs[Int(best[row])][row]) { best[row] = Int32(place) }
      }
      faults = Gaps.first(faults, x.spread(over: count).gaps.faults)
    }
    return Vector(best, Gaps(validity: nil, faults: faults))
  }

  /// One list per row of that row's values.
  func list(_ xs: [Register], keepsNulls: Bool) -> Register {
    var places: [Int32] = []
    var offsets: [Int32] = [0]
    places.reserveCapacity(count * xs.count)
    offsets.reserveCapacity(count + 1)
    var faults: [Fault]?
    for x in xs { faults = Gaps.first(faults, x.faults?.spread(over: count)) }
    // Value `v` of row `r` is at `v * count + r` of all columns one after the other.
    let columns = xs.map { Column($0, count: count) }
    for row in 0..<count {
      for (number, column) in columns.enumerated() where keepsNulls || column.isValid(row) {
        places.append(Int32(number * count + row))
      }
      offsets.append(Int32(places.count))
    }
    let elements = Column.concatenated(columns).gather(places)
    if case .text = elements.values {
      return .list(Column(.textList(offsets: offsets, elements: elements)), faults: faults)
    }
    return .list(Column(.doubleList(offsets: offsets, elements: elements)), faults: faults)
  }
}

extension [Fault] {
  /// One element for every row, where there is one.
  func spread(over count: Int) -> [Fault] {
    self.count == count ? self : [Fault](repeating: self[0], count: count)
  }
}

extension [Register] {
  /// All payloads of one kind, or nil where a register holds another.
  func allPayloads<Payload>(_ payload: (Register) -> Payload?) -> [Payload]? {
    var all: [Payload] = []
    for register in self {
      guard let payload = payload(register) else { return nil }
      all.append(payload)
    }
    return all
  }
}
