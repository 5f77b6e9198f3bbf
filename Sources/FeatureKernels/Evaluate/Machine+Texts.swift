import FeatureAlgebra

/// Texts: all work is done on dictionaries and on pairs of codes.
extension Machine {
  /// `M…M:SS` as minutes; NULL for any other text.
  func clockMinutes(_ x: NodeID, _ id: NodeID) -> Vector<Double> {
    let (codes, dictionary) = texts(x)
    let table: [Double]
    if case .minutes(let known, let minutes)? = memo[id], known === dictionary {
      table = minutes
    } else {
      table = dictionary.texts.map { Clock.minutes($0) ?? .nan }
      memo[id] = .minutes(dictionary, table)
    }
    return codes.looked(upIn: table).nulling { $0 != $0 }
  }

  func lowercased(_ x: NodeID, _ id: NodeID) -> Register {
    let (codes, dictionary) = texts(x)
    if case .texts(let known, let map, let lower)? = memo[id], known === dictionary {
      return .text(codes.looked(upIn: map), lower)
    }
    var interner = TextInterner()
    let map = dictionary.texts.map { interner.code(of: Letters.lowercased($0)) }
    let lower = interner.dictionary()
    memo[id] = .texts(dictionary, map, lower)
    return .text(codes.looked(upIn: map), lower)
  }

  /// The texts that are there with the separator between; NULL where none is.
  func joined(_ xs: [NodeID], _ separator: String, _ id: NodeID) -> Register {
    fold(xs) { left, right in
      guard let left else { return right }
      guard let right else { return left }
      return left + separator + right
    }
  }

  /// NULL where any part is.
  func concatenated(_ xs: [NodeID], _ id: NodeID) -> Register {
    fold(xs) { left, right in
      guard let left, let right else { return nil }
      return left + right
    }
  }

  private func fold(_ xs: [NodeID], _ join: (String?, String?) -> String?) -> Register {
    var (codes, dictionary) = texts(xs[0])
    for x in xs.dropFirst() {
      let (next, words) = texts(x)
      (codes, dictionary) = paired(codes, dictionary, next, words, join)
    }
    return .text(codes, dictionary)
  }

  /// Joins two columns of texts: once per distinct pair.
  private func paired(
    _ a: Vector<Int32>, _ left: TextDictionary, _ b: Vector<Int32>, _ right: TextDictionary,
    _ join: (String?, String?) -> String?
  ) -> (Vector<Int32>, TextDictionary) {
    var interner = TextInterner()
    var known = PairTable(left.count + 1, right.count + 1)
    let isConstant = a.isConstant && b.isConstant
    let rows = isConstant ? 1 : count
    var codes = [Int32](repeating: 0, count: rows)
    var bits = Validity(allValid: rows)
    for row in 0..<rows {
      let first = a.isValid(row) ? Int(a[row]) : -1
      let second = b.isValid(row) ? Int(b[row]) : -1
      let code = known.code(first + 1, second + 1) {
        let text = join(
          first < 0 ? nil : left.texts[first], second < 0 ? nil : right.texts[second])
        return text.map { interner.code(of: $0) } ?? -1
      }
      if code < 0 { bits.setNull(row) } else { codes[row] = code }
    }
    var gaps = Gaps(validity: nil, faults: a.gaps(with: b).faults)
    if !bits.isAllValid { gaps.validity = bits.words[...] }
    return (Vector(slice: codes[...], gaps, isConstant: isConstant), interner.dictionary())
  }
}

/// A code per pair of small numbers: a plain table where the pairs are few, else a hash table.
struct PairTable {
  private let width: Int
  private var table: [Int32]
  private var sparse: [Int: Int32] = [:]

  init(_ first: Int, _ second: Int) {
    width = second
    table = first * second <= 1 << 16 ? [Int32](repeating: -2, count: first * second) : []
  }

  /// The pair's code; `make` gives it when the pair is seen first, -1 for NULL.
  mutating func code(_ first: Int, _ second: Int, _ make: () -> Int32) -> Int32 {
    let key = first * width + second
    if !table.isEmpty {
      if table[key] == -2 { table[key] = make() }
      return table[key]
    }
    if let code = sparse[key] { return code }
    let code = make()
    sparse[key] = code
    return code
  }
}

enum Clock {
  /// `12:30` is 12.5: one to three digits, a colon, two digits 00 to 60.
  static func minutes(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard (4...6).contains(bytes.count), bytes[bytes.count - 3] == 58 else { return nil }
    let minutes = bytes.dropLast(3)
    let seconds = bytes.suffix(2)
    guard (minutes + seconds).allSatisfy({ (48...57).contains($0) }) else { return nil }
    let number: (ArraySlice<UInt8>) -> Int = { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
    let rest = number(seconds)
    return rest <= 60 ? Double(number(minutes)) + Double(rest) / 60 : nil
  }
}

enum Letters {
  /// Each scalar's one-scalar lower case, as engines' `LOWER` has it.
  static func lowercased(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isUpper = (65...90).contains(scalar.value)
        result.unicodeScalars.append(
          isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
      } else {
        // Only İ has a mapping of two scalars; the first is the simple one.
        result.unicodeScalars.append(
          scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
      }
    }
    return result
  }
}
