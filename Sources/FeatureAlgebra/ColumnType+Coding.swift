/// A type as data: its words of SQL, `"DECIMAL(5, 2)"`.
extension ColumnType {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let words = try container.decode(String.self)
    guard let type = ColumnType(words: words) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(words)' is no column type")
    }
    self = type
  }

  private init?(words: String) {
    let plain: [ColumnType] = [
      .integer, .integer32, .double, .text, .boolean, .day, .timestamp, .textList, .doubleList,
    ]
    if let type = plain.first(where: { $0.description == words }) {
      self = type
      return
    }
    let numbers = words.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    let decimal = ColumnType.decimal(precision: numbers[0], scale: numbers[1])
    guard decimal.description == words else { return nil }
    self = decimal
  }
}
