extension Column {
  /// A register's values as a column of `count` rows; a constant is repeated.
  init(_ register: Register, count: Int) {
    switch register {
    case .integer(let vector): self.init(vector, count) { .integer($0) }
    case .double(let vector): self.init(vector, count) { .double($0) }
    case .decimal(let vector, let scale): self.init(vector, count) { .decimal($0, scale: scale) }
    case .truth(let vector):
      let known = vector.nulling { $0 == Truth.unknown }.map { $0 == Truth.yes }
      self.init(known, count) { .boolean($0) }
    case .day(let vector), .index(let vector): self.init(vector, count) { .day($0) }
    case .timestamp(let vector): self.init(vector, count) { .timestamp($0) }
    case .text(let codes, let dictionary):
      self.init(codes, count) { .text(codes: $0, dictionary) }
    case .list(let column, _): self = column
    }
  }

  private init<Element>(
    _ vector: Vector<Element>, _ count: Int, _ values: ([Element]) -> Values
  ) {
    let spread = vector.spread(over: count)
    self.init(
      values(Array(spread.values)),
      validity: spread.gaps.validity.map { Validity(words: Array($0), count: count) })
  }
}
