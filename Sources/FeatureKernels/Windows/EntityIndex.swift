/// The entities of some rows: distinct keys without NULL, numbered in ascending order of the key.
struct EntityIndex: Sendable {
  private let coders: [KeyCoder]
  private let entities: PlaceTable
  let count: Int

  /// No entities.
  static let empty = EntityIndex()

  private init() {
    coders = []
    entities = PlaceTable([], below: 0)
    count = 0
  }

  /// - Parameters:
  ///   - keys: the key's parts, one register each over `rows` rows.
  ///   - entityOfRow: gets each row's entity; -1 where a part is NULL.
  init(
    keys: [Register], rows: Int, entityOfRow: inout [Int32]
  ) throws(KernelError) {
    coders = keys.map(KeyCoder.init)
    var width = 1
    for coder in coders {
      let (product, overflow) = width.multipliedReportingOverflow(by: max(coder.count, 1))
      guard !overflow else {
        throw KernelError(.unsupported, "a key has more combinations than 64 bits can number")
      }
      width = product
    }
    var memos = [PlaceMemo?](repeating: nil, count: keys.count)
    let combined = EntityIndex.combine(coders, keys, rows, &memos)
    entities = PlaceTable(combined, below: width)
    count = entities.count
    entityOfRow = entities.look(combined)
  }

  /// The entities of other rows with keys of the same kinds; -1 where there is none.
  func entities(_ keys: [Register], count: Int, memos: inout [PlaceMemo?]) -> [Int32] {
    entities.look(EntityIndex.combine(coders, keys, count, &memos))
  }

  /// The parts' places as one number of the same order; -1 where a part has none.
  private static func combine(
    _ coders: [KeyCoder], _ keys: [Register], _ count: Int, _ memos: inout [PlaceMemo?]
  ) -> [Int] {
    var combined = [Int](repeating: 0, count: count)
    for (part, coder) in coders.enumerated() {
      let places = coder.places(keys[part], count: count, memo: &memos[part])
      for row in 0..<count {
        combined[row] =
          combined[row] < 0 || places[row] < 0
          ? -1 : combined[row] * coder.count + Int(places[row])
      }
    }
    return combined
  }
}

/// The distinct numbers of a list in ascending order, and the place of any number among them.
struct PlaceTable: Sendable {
  let count: Int
  /// By number, where numbers are small.
  private let dense: [Int32]
  private let sparse: [Int: Int32]

  /// - Parameters:
  ///   - numbers: those below 0 are left out.
  ///   - bound: larger than any of them.
  init(_ numbers: [Int], below bound: Int) {
    if bound <= max(1 << 16, numbers.count * 4) {
      var table = [Int32](repeating: -1, count: bound)
      for number in numbers where number >= 0 { table[number] = 0 }
      var next: Int32 = 0
      for number in table.indices where table[number] == 0 {
        table[number] = next
        next += 1
      }
      (dense, sparse, count) = (table, [:], Int(next))
    } else {
      var places: [Int: Int32] = [:]
      let distinct = Set(numbers).sorted().drop { $0 < 0 }
      for (place, number) in distinct.enumerated() { places[number] = Int32(place) }
      (dense, sparse, count) = ([], places, places.count)
    }
  }

  /// The place of each number; -1 where it is not among them. Runs cost one look each.
  func look(_ numbers: [Int]) -> [Int32] {
    if sparse.isEmpty {
      return dense.withUnsafeBufferPointer { table in
        numbers.map { $0 >= 0 && $0 < table.count ? table[$0] : -1 }
      }
    }
    var last = -1
    var place: Int32 = -1
    return numbers.map { number in
      if number != last {
        last = number
        place = number < 0 ? -1 : sparse[number] ?? -1
      }
      return place
    }
  }
}
