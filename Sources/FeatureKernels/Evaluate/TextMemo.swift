import FeatureAlgebra

/// What a text node worked out for the dictionaries it last met: tables by code, so that no text is
/// looked at per row.
enum TextMemo {
  case truths(TextDictionary, [UInt8])
  case minutes(TextDictionary, [Double])
  case texts(TextDictionary, [Int32], TextDictionary)
  case ranks(TextDictionary, TextDictionary, [Int32], [Int32])
  case merged([TextDictionary], TextDictionary, [[Int32]])
}

extension Machine {
  /// A truth per text of a dictionary.
  func truthTable(
    _ id: NodeID, _ dictionary: TextDictionary, _ holds: (String) -> Bool
  ) -> [UInt8] {
    if case .truths(let known, let table)? = memo[id], known === dictionary { return table }
    let table = dictionary.texts.map { holds($0) ? Truth.yes : Truth.no }
    memo[id] = .truths(dictionary, table)
    return table
  }

  /// One dictionary for several, with the new code of each old one.
  func mergedDictionary(
    _ id: NodeID, _ dictionaries: [TextDictionary]
  ) -> (TextDictionary, [[Int32]]) {
    if case .merged(let known, let dictionary, let maps)? = memo[id],
      known.count == dictionaries.count, zip(known, dictionaries).allSatisfy({ $0 === $1 })
    {
      return (dictionary, maps)
    }
    let (dictionary, maps) = TextDictionary.merged(dictionaries)
    memo[id] = .merged(dictionaries, dictionary, maps)
    return (dictionary, maps)
  }

  /// The places of two dictionaries' texts in one ascending order of bytes.
  private func jointRanks(
    _ id: NodeID, _ left: TextDictionary, _ right: TextDictionary
  ) -> ([Int32], [Int32]) {
    if case .ranks(let known, let other, let ranks, let others)? = memo[id], known === left,
      other === right
    {
      return (ranks, others)
    }
    let (dictionary, maps) = TextDictionary.merged([left, right])
    let ranks = dictionary.ranks()
    let result = (maps[0].map { ranks[Int($0)] }, maps[1].map { ranks[Int($0)] })
    memo[id] = .ranks(left, right, result.0, result.1)
    return result
  }

  func compareTexts(
    _ op: Comparison, _ a: Vector<Int32>, _ words: TextDictionary,
    _ b: Vector<Int32>, _ others: TextDictionary, _ id: NodeID
  ) -> Vector<UInt8> {
    if words === others, op == .equal || op == .notEqual { return compare(op, a, b) }
    if b.isConstant, !a.isConstant, b.gaps.isEmpty {
      let text = others[b[0]]
      let table = truthTable(id, words) { op.holds(Bytes.compare($0, text)) }
      return a.looked(upIn: table).settled()
    }
    let (ranks, otherRanks) = jointRanks(id, words, others)
    return compare(op, a.looked(upIn: ranks), b.looked(upIn: otherRanks))
  }
}

extension Comparison {
  /// Whether the comparison holds of two values whose order is that of `sign` and 0.
  func holds(_ sign: Int) -> Bool {
    switch self {
    case .equal: sign == 0
    case .notEqual: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}

extension Vector where Element == Int32 {
  /// Each code's entry of a table; codes in NULL rows may lie outside it.
  func looked<Entry: BitwiseCopyable & ExpressibleByIntegerLiteral>(
    upIn table: [Entry]
  ) -> Vector<Entry> {
    table.withUnsafeBufferPointer { table in
      let count = UInt32(table.count)
      return map { UInt32(bitPattern: $0) < count ? table[Int($0)] : 0 }
    }
  }
}
