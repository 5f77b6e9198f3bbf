import FeatureAlgebra

/// How the evaluator holds values: the column types without precision, booleans with their NULL inside.
enum Kind: Hashable, Sendable {
  case integer
  case double
  /// Unscaled integers; arithmetic reads them as doubles.
  case decimal(scale: Int)
  /// One of three truths.
  case truth
  case day
  case timestamp
  case text
  case textList
  case doubleList
  /// A place in a table: an entity or a row. Never NULL; an absent entity is -1.
  case index

  init(_ type: ColumnType) {
    switch type {
    case .integer, .integer32: self = .integer
    case .decimal(_, let scale): self = .decimal(scale: scale)
    case .double: self = .double
    case .text: self = .text
    case .boolean: self = .truth
    case .day: self = .day
    case .timestamp: self = .timestamp
    case .textList: self = .textList
    case .doubleList: self = .doubleList
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .double, .decimal: true
    case .truth, .day, .timestamp, .text, .textList, .doubleList, .index: false
    }
  }

  var isDecimal: Bool { if case .decimal = self { true } else { false } }

  var isList: Bool { self == .textList || self == .doubleList }

  /// The word for messages.
  var word: String {
    switch self {
    case .integer: "an integer"
    case .double: "a double"
    case .decimal: "a decimal"
    case .truth: "a condition"
    case .day: "a day"
    case .timestamp: "a timestamp"
    case .text: "a text"
    case .textList: "a list of texts"
    case .doubleList: "a list of doubles"
    case .index: "a place"
    }
  }
}

/// Three-valued logic in an order that makes `AND` the smaller, `OR` the larger and `NOT` the mirror.
enum Truth {
  static let no: UInt8 = 0
  static let unknown: UInt8 = 1
  static let yes: UInt8 = 2
}
