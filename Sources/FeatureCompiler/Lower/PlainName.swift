import FeatureAlgebra

extension Aggregation {
  /// `sum_paint_attempts_last_10_games`, `count_events_if_event_type_shot`; nil where the argument is
  /// more than a column or the condition more than two short ones.
  var plainName: String? {
    let what: String
    switch argument {
    case nil: what = rows
    case .column(_, let name), .rounded(.column(_, let name), _): what = name
    default: return nil
    }
    var words = [function.word, what]
    if let filter {
      guard let condition = filter.plainCondition else { return nil }
      words += ["if", condition]
    }
    if let window { words.append(window.description) }
    return Self.snakeCase(words)
  }

  private static func snakeCase(_ words: [String]) -> String {
    words.joined(separator: " ").lowercased().split {
      !$0.isASCII || !$0.isLetter && !$0.isNumber && $0 != "_"
    }
    .joined(separator: "_")
  }
}

extension Expression {
  fileprivate var plainCondition: String? {
    switch self {
    case .column(_, let name): name
    case .not(.isNull(.column(_, let name))): "\(name) present"
    case .isNull(.column(_, let name)): "\(name) missing"
    case .not(.column(_, let name)): "not \(name)"
    case .comparison(.equal, .column(_, let name), .literal(.text(let word))): "\(name) \(word)"
    case .comparison(.equal, .column(_, let name), .literal(.integer(let number))):
      "\(name) \(number)"
    case .all(let parts) where parts.count <= 2:
      parts.compactMap(\.plainCondition).count == parts.count
        ? parts.compactMap(\.plainCondition).joined(separator: " and ") : nil
    default: nil
    }
  }
}
