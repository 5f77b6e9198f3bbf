import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A text that the column it is compared with never holds (X-37).
  public static let unknownWord = Finding.Code("unknown-word")
  /// A text that the column it is stored in may not hold.
  public static let vocabularyViolation = Finding.Code("vocabulary-violation")
}

extension Rule {
  /// Texts in conditions and features are words of the columns they meet.
  static let vocabularies = Rule { outline in
    outline.processors.flatMap { processor in
      let scope = VocabularyScope(processor)
      return processor.sites.flatMap(\.withInner).flatMap { scope.unknownWords($0) }
        + processor.features.flatMap { violations($0) }
    } + calendarWords(outline.calendar)
  }

  private static func calendarWords(_ calendar: CalendarDeclaration) -> [Finding] {
    let scope = VocabularyScope(calendar.rows)
    let own = [calendar.season, calendar.scheduled, calendar.played].map { expression in
      ExpressionSite(
        expression: expression, level: .row(calendar.rows.alias), purpose: .filter,
        subject: "the calendar", place: calendar.place)
    }
    return (own + calendar.rows.sites).flatMap { scope.unknownWords($0) }
  }

  private static func violations(_ feature: Placed<FeatureDeclaration>) -> [Finding] {
    guard let words = feature.value.column?.vocabulary else { return [] }
    return feature.value.expression.texts.filter { !words.contains($0) }.map { text in
      Finding(
        .vocabularyViolation,
        "\(feature.value.subject) stores '\(text)', which its column may not hold",
        at: feature.place, help: VocabularyScope.help(for: text, in: words))
    }
  }
}

/// The words that columns and features may hold.
private struct VocabularyScope {
  private var columns: [ColumnReference: [String]] = [:]
  private var features: [String: [String]] = [:]

  init(_ processor: ProcessorOutline) {
    for reading in processor.readings { add(reading.rows) }
    for feature in processor.features {
      features[feature.value.name] = feature.value.column?.vocabulary
    }
  }

  init(_ rows: RowsDeclaration) { add(rows) }

  func unknownWords(_ site: ExpressionSite) -> [Finding] {
    var found: [Finding] = []
    func check(_ text: String, _ value: Expression) {
      guard let (name, words) = vocabulary(of: value), !words.contains(text) else { return }
      found.append(
        Finding(
          .unknownWord, "\(site.subject) looks for '\(text)', which '\(name)' never holds",
          at: site.place, help: Self.help(for: text, in: words)))
    }
    site.expression.walk { node in
      switch node {
      case .comparison(_, let value, .literal(.text(let text))),
        .comparison(_, .literal(.text(let text)), let value):
        check(text, value)
      case .isIn(let value, let literals):
        for case .text(let text) in literals { check(text, value) }
      default:
        break
      }
    }
    return found
  }

  static func help(for text: String, in words: [String]) -> String {
    NearMiss.help(for: text, in: words)
      ?? "it holds \(words.map { "'\($0)'" }.joined(separator: ", "))"
  }

  private mutating func add(_ rows: RowsDeclaration) {
    for column in rows.shape.columns {
      columns[ColumnReference(rows: rows.alias, name: column.name)] = column.vocabulary
    }
    if case .stack(let parts, _) = rows.source {
      for rows in parts.flatMap(\.everyRows) { add(rows) }
    }
  }

  /// The column behind a value that is one of its texts as it is, and what it may hold.
  private func vocabulary(of value: Expression) -> (String, [String])? {
    switch value {
    case .column(let rows, let name):
      columns[ColumnReference(rows: rows, name: name)].map { ("\(rows).\(name)", $0) }
    case .feature(let name):
      features[name].map { (name, $0) }
    case .previous(let value):
      vocabulary(of: value)
    case .aggregate(let aggregation):
      switch aggregation.function {
      case .newest, .oldest, .smallest, .largest: aggregation.argument.flatMap(vocabulary)
      default: nil
      }
    default: nil
    }
  }
}

extension Expression {
  /// The texts written in the expression that can become its value.
  fileprivate var texts: [String] {
    switch self {
    case .literal(.text(let text)): [text]
    case .choice(let branches, let otherwise):
      branches.flatMap(\.value.texts) + otherwise.texts
    case .firstPresent(let values): values.flatMap(\.texts)
    case .labelOfExtreme(_, let candidates): candidates.map(\.label)
    default: []
    }
  }
}
