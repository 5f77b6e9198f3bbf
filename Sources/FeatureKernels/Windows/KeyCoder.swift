/// The distinct values of one key column in ascending order, and the place of any value among them.
struct KeyCoder: Sendable {
  private enum Values: Sendable {
    /// Numbers in an order-keeping form: places by value less the smallest, where that is small.
    case dense([Int32], lowest: Int64)
    case sparse([Int64: Int32])
    /// Places by code of `dictionary`, and by bytes for codes of other dictionaries.
    case texts(TextDictionary, ranks: [Int32], TextPlaces)
  }
  private let values: Values
  /// Distinct values.
  let count: Int

  /// - Parameter column: of a kind that can be a key; lists and places cannot.
  init(_ register: Register) {
    if case .text(_, let dictionary) = register {
      values = .texts(dictionary, ranks: dictionary.ranks(), TextPlaces(dictionary))
      count = dictionary.count
      return
    }
    let numbers = KeyCoder.numbers(register)
    let present = (0..<numbers.count).compactMap { numbers.isValid($0) ? numbers[$0] : nil }
    let (lowest, highest) = (present.min() ?? 0, present.max() ?? 0)
    let range = UInt64(bitPattern: highest &- lowest)
    if range <= UInt64(max(1 << 16, present.count * 4)) {
      var table = [Int32](repeating: -1, count: Int(range) + 1)
      for value in present { table[Int(value &- lowest)] = 0 }
      var next: Int32 = 0
      for place in table.indices where table[place] == 0 {
        table[place] = next
        next += 1
      }
      (values, count) = (.dense(table, lowest: lowest), Int(next))
    } else {
      var places: [Int64: Int32] = [:]
      for (place, value) in Set(present).sorted().enumerated() { places[value] = Int32(place) }
      (values, count) = (.sparse(places), places.count)
    }
  }

  /// The place of each value; -1 where a value is NULL or not among the distinct ones.
  func places(_ register: Register, count: Int, memo: inout PlaceMemo?) -> [Int32] {
    switch values {
    case .dense(let table, let lowest):
      let numbers = KeyCoder.numbers(register)
      return (0..<count).map { row in
        guard numbers.isValid(row) else { return -1 }
        let place = UInt64(bitPattern: numbers[row] &- lowest)
        return place < UInt64(table.count) ? table[Int(place)] : -1
      }
    case .sparse(let places):
      let numbers = KeyCoder.numbers(register)
      return (0..<count).map { numbers.isValid($0) ? places[numbers[$0]] ?? -1 : -1 }
    case .texts(let own, let ranks, let byText):
      guard case .text(let codes, let dictionary) = register else {
        preconditionFailure("lowering brings both sides of a match to one kind")
      }
      let table: [Int32]
      if dictionary === own {
        table = ranks
      } else if let memo, memo.dictionary === dictionary {
        table = memo.places
      } else {
        table = dictionary.texts.map { text in byText[text].map { ranks[Int($0)] } ?? -1 }
        memo = PlaceMemo(dictionary: dictionary, places: table)
      }
      return table.withUnsafeBufferPointer { table in
        (0..<count).map { codes.isValid($0) ? table[Int(codes[$0])] : -1 }
      }
    }
  }

  /// Values as integers of the same order; equal values, equal integers.
  static func numbers(_ register: Register) -> Vector<Int64> {
    switch register {
    case .integer(let vector), .timestamp(let vector), .decimal(let vector, _): return vector
    case .day(let vector), .index(let vector): return vector.map { Int64($0) }
    case .truth(let vector): return vector.nulling { $0 == Truth.unknown }.map { Int64($0) }
    case .double(let vector): return vector.map { ordered($0) }
    case .text(let codes, let dictionary):
      return codes.looked(upIn: dictionary.ranks()).map { Int64($0) }
    case .list: preconditionFailure("lowering refuses lists as keys")
    }
  }

  /// The bits of a double in ascending order; one zero, one NaN, and it is the largest.
  static func ordered(_ value: Double) -> Int64 {
    if value != value { return .max }
    let bits = Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
    return bits < 0 ? bits ^ .max : bits
  }
}

/// What a foreign dictionary's codes came to.
struct PlaceMemo {
  let dictionary: TextDictionary
  let places: [Int32]
}

/// Codes by text, compared by bytes.
struct TextPlaces: Sendable {
  private struct Key: Hashable, Sendable {
    let text: String
    static func == (left: Key, right: Key) -> Bool { Bytes.equal(left.text, right.text) }
    func hash(into hasher: inout Hasher) {
      Bytes.withBytes(of: text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
  private var codes: [Key: Int32] = [:]

  init(_ dictionary: TextDictionary) {
    codes.reserveCapacity(dictionary.count)
    for (code, text) in dictionary.texts.enumerated() { codes[Key(text: text)] = Int32(code) }
  }

  subscript(text: String) -> Int32? { codes[Key(text: text)] }
}
