extension Connection {
  /// All rows of a query, each made into a value.
  func rows<Element>(
    _ sql: String, _ values: KeyValuePairs<String, Value> = [:],
    _ make: (borrowing Statement) throws(LedgerError) -> Element
  ) throws(LedgerError) -> [Element] {
    let statement = try Statement(sql, on: self)
    try statement.bind(values)
    var elements: [Element] = []
    while try statement.step() { elements.append(try make(statement)) }
    return elements
  }

  /// The one row of a query that is known to give one, such as a count.
  func row<Element>(
    _ sql: String, _ values: KeyValuePairs<String, Value> = [:],
    _ make: (borrowing Statement) throws(LedgerError) -> Element
  ) throws(LedgerError) -> Element {
    guard let element = try rows(sql, values, make).first else {
      throw LedgerError(.other, "the statement gives no row", sql: sql)
    }
    return element
  }
}
