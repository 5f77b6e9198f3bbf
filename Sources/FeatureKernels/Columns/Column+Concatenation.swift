extension Column {
  /// The columns' rows one after the other.
  ///
  /// Texts of one shared dictionary keep it; other dictionaries are merged.
  /// - Precondition: at least one column, all with values of the same kind.
  public static func concatenated(_ columns: [Column]) -> Column {
    guard let first = columns.first else { preconditionFailure("concatenated() needs a column") }
    guard columns.count > 1 else { return first }
    let bits = validity(of: columns)
    switch first.values {
    case .integer:
      return Column(.integer(append(columns) { $0.integers }), validity: bits)
    case .double:
      return Column(.double(append(columns) { $0.doubles }), validity: bits)
    case .decimal(_, let scale):
      return Column(.decimal(append(columns) { $0.unscaled }, scale: scale), validity: bits)
    case .boolean:
      return Column(.boolean(append(columns) { $0.booleans }), validity: bits)
    case .day:
      return Column(.day(append(columns) { $0.dayOrdinals }), validity: bits)
    case .timestamp:
      return Column(.timestamp(append(columns) { $0.timestamps }), validity: bits)
    case .text:
      let (codes, dictionary) = texts(columns)
      return Column(.text(codes: codes, dictionary), validity: bits)
    case .textList:
      let (offsets, elements) = lists(columns)
      return Column(.textList(offsets: offsets, elements: elements), validity: bits)
    case .doubleList:
      let (offsets, elements) = lists(columns)
      return Column(.doubleList(offsets: offsets, elements: elements), validity: bits)
    }
  }

  private static func append<Element>(
    _ columns: [Column], _ values: (Column) -> [Element]?
  ) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns {
      guard let values = values(column) else {
        preconditionFailure("concatenated() takes columns of one kind")
      }
      all.append(contentsOf: values)
    }
    return all
  }

  private static func validity(of columns: [Column]) -> Validity? {
    guard columns.contains(where: { $0.validity != nil }) else { return nil }
    var bits = Validity(allValid: columns.reduce(0) { $0 + $1.count })
    var start = 0
    for column in columns {
      if let validity = column.validity {
        if start & 63 == 0 {
          bits.words.replaceSubrange(
            start >> 6..<(start >> 6) + validity.words.count, with: validity.words)
        } else {
          for row in 0..<column.count where !validity[row] { bits.setNull(start + row) }
        }
      }
      start += column.count
    }
    return bits
  }

  private static func texts(_ columns: [Column]) -> ([Int32], TextDictionary) {
    var dictionaries: [TextDictionary] = []
    for column in columns {
      guard case .text(_, let dictionary) = column.values else {
        preconditionFailure("concatenated() takes columns of one kind")
      }
      dictionaries.append(dictionary)
    }
    let first = dictionaries[0]
    if dictionaries.allSatisfy({ $0 === first }) {
      return (append(columns) { $0.codes }, first)
    }
    let (merged, maps) = TextDictionary.merged(dictionaries)
    var codes: [Int32] = []
    codes.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for (column, map) in zip(columns, maps) {
      // A dictionary without entries has only NULL rows.
      codes += (column.codes ?? []).map { map.isEmpty ? 0 : map[Int($0)] }
    }
    return (codes, merged)
  }

  private static func lists(_ columns: [Column]) -> ([Int32], Column) {
    var offsets: [Int32] = [0]
    var elements: [Column] = []
    for column in columns {
      guard let (own, child) = column.list else {
        preconditionFailure("concatenated() takes columns of one kind")
      }
      let start = offsets[offsets.count - 1]
      offsets += own.dropFirst().map { $0 + start }
      elements.append(child)
    }
    return (offsets, concatenated(elements))
  }
}

extension TextDictionary {
  /// One dictionary with the texts of all, and the new code of each old one.
  static func merged(_ dictionaries: [TextDictionary]) -> (TextDictionary, [[Int32]]) {
    var interner = TextInterner()
    var maps: [[Int32]] = []
    for (index, dictionary) in dictionaries.enumerated() {
      if let earlier = dictionaries[..<index].firstIndex(where: { $0 === dictionary }) {
        maps.append(maps[earlier])
      } else {
        maps.append(dictionary.texts.map { interner.code(of: $0) })
      }
    }
    return (interner.dictionary(), maps)
  }
}
