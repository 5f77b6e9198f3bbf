/// A constant as data: integers, texts and booleans as they are, the others under their word:
/// `{ "double": 0.44 }`, since JSON writes 1.0 as 1, `{ "day": … }`, `{ "null": "DATE" }`.
extension Literal {
  private enum Word: String, CodingKey { case double, day, null }

  public func encode(to encoder: any Encoder) throws {
    func plain(_ value: some Encodable) throws {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }
    func named(_ word: Word, _ value: some Encodable) throws {
      var container = encoder.container(keyedBy: Word.self)
      try container.encode(value, forKey: word)
    }
    switch self {
    case .integer(let value): try plain(value)
    case .text(let value): try plain(value)
    case .boolean(let value): try plain(value)
    case .double(let value): try named(.double, value)
    case .day(let value): try named(.day, value)
    case .null(let type): try named(.null, type)
    }
  }

  public init(from decoder: any Decoder) throws {
    if let words = try? decoder.container(keyedBy: Word.self), let word = words.allKeys.first {
      self =
        switch word {
        case .double: .double(try words.decode(Double.self, forKey: word))
        case .day: .day(try words.decode(Day.self, forKey: word))
        case .null: .null(try words.decode(ColumnType.self, forKey: word))
        }
      return
    }
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else {
      self = .integer(try value.decode(Int64.self))
    }
  }
}
