/// Columns made from rows: each takes one value of every row, `nil` for NULL.
extension SeasonColumn {
  static func integer<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> Int?) -> Self {
    let (values, validity) = gather(rows, zero: 0) { value($0).map(Int64.init) }
    return Self(name: name, values: .integer(values), validity: validity)
  }

  static func double<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> Double?) -> Self {
    let (values, validity) = gather(rows, zero: 0, value)
    return Self(name: name, values: .double(values), validity: validity)
  }

  static func boolean<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> Bool?) -> Self {
    let (values, validity) = gather(rows, zero: false, value)
    return Self(name: name, values: .boolean(values), validity: validity)
  }

  static func day<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> CivilDay?) -> Self {
    let (values, validity) = gather(rows, zero: 0) { value($0)?.number }
    return Self(name: name, values: .day(values), validity: validity)
  }

  static func timestamp<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> Instant?) -> Self {
    let (values, validity) = gather(rows, zero: 0) { value($0)?.microseconds }
    return Self(name: name, values: .timestamp(values), validity: validity)
  }

  /// Text by its place in `words`; a negative place is NULL. `words` must be distinct.
  static func word<Row>(
    _ name: String, _ rows: [Row], of words: [String], _ place: (Row) -> Int
  ) -> Self {
    let codes = rows.map { Int32(truncatingIfNeeded: place($0)) }
    return Self(name: name, values: .dictionary(codes: codes, words: words), validity: nil)
  }

  /// Text that is spelled out for every row and then collected into a dictionary.
  static func text<Row>(_ name: String, _ rows: [Row], _ value: (Row) -> String?) -> Self {
    var words: [String] = []
    var places: [String: Int32] = [:]
    let codes = rows.map { row -> Int32 in
      guard let word = value(row) else { return -1 }
      if let place = places[word] { return place }
      let place = Int32(words.count)
      words.append(word)
      places[word] = place
      return place
    }
    return Self(name: name, values: .dictionary(codes: codes, words: words), validity: nil)
  }

  private static func gather<Row, Value>(
    _ rows: [Row], zero: Value, _ value: (Row) -> Value?
  ) -> (values: [Value], validity: [Bool]?) {
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    var validity: [Bool]?
    for row in rows {
      if let value = value(row) {
        values.append(value)
        validity?.append(true)
      } else {
        if validity == nil { validity = Array(repeating: true, count: values.count) }
        values.append(zero)
        validity?.append(false)
      }
    }
    return (values, validity)
  }
}
