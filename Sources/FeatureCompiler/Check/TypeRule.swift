import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A value of one type where another is needed.
  public static let typeMismatch = Finding.Code("type-mismatch")
  /// A column of a stack that a part does not fill.
  public static let unmappedColumn = Finding.Code("unmapped-column")
  /// A sum of doubles: its value would depend on the order of the rows.
  public static let inexactSum = Finding.Code("inexact-sum")
}

extension Rule {
  /// Every expression has a type, and it is the one that its place needs.
  static let types = Rule { outline in
    outline.processors.flatMap { processor in
      let scope = TypeScope(processor)
      return processor.sites.compactMap { site in
        typeFinding(site, scope, wanted: TypeWanted(site, in: processor))
      } + processor.readings.flatMap { matchFindings($0, scope) }
    } + calendarFindings(outline.calendar)
  }

  private static func calendarFindings(_ calendar: CalendarDeclaration) -> [Finding] {
    let scope = TypeScope(calendar.rows)
    let parts: [(Expression, String, TypeWanted)] = [
      (calendar.season, "season", .integer), (calendar.scheduled, "'scheduled'", .condition),
      (calendar.played, "'played'", .condition),
    ]
    return calendar.rows.sites.compactMap { typeFinding($0, scope, wanted: TypeWanted($0)) }
      + parts.compactMap { expression, name, wanted in
        let site = ExpressionSite(
          expression: expression, level: .row(calendar.rows.alias), purpose: .mapping(nil),
          subject: "the calendar's \(name)", place: calendar.place)
        return typeFinding(site, scope, wanted: wanted)
      }
  }

  private static func typeFinding(
    _ site: ExpressionSite, _ scope: TypeScope, wanted: TypeWanted
  ) -> Finding? {
    do throws(TypeMistake) {
      let type = try scope.rules.type(of: site.expression)
      if wanted.accepts(type) { return nil }
      return Finding(
        .typeMismatch, "\(site.subject) is \(type), \(wanted.words)", at: site.place,
        help: wanted.help(for: type))
    } catch {
      return finding(error, site, scope)
    }
  }

  /// The innermost mistake in words; nil where another rule tells of it.
  private static func finding(
    _ mistake: TypeMistake, _ site: ExpressionSite, _ scope: TypeScope
  ) -> Finding? {
    switch mistake {
    case .unknownFeature:
      return nil
    case .unknownColumn(let rows, let name):
      let names = scope.columnNames(of: rows)
      guard !names.isEmpty else { return nil }
      if case .mapping = site.purpose {
        let near = NearMiss.nearest(to: name, in: names)
        return Finding(
          .unmappedColumn, "\(site.subject) has no mapping, and '\(rows)' has no column '\(name)'",
          at: site.place,
          help: "add Mapping(\\.…, \(rows).\(near ?? "…")) to the part")
      }
      return Finding(
        .unknownColumn, "\(site.subject) reads '\(rows).\(name)', but '\(rows)' has no such column",
        at: site.place, help: NearMiss.help(for: name, in: names))
    case .inexact(let word):
      return Finding(
        .inexactSum,
        "\(site.subject) takes the \(word) of doubles, which depends on the order of the rows",
        at: site.place, help: "round what is added, so that it is exact: \(word)(value.rounded(4))")
    case .mismatch(let sentence):
      return Finding(
        .typeMismatch, "\(site.subject): \(sentence)", at: site.place, help: help(for: sentence))
    }
  }

  private static func help(for sentence: String) -> String {
    if sentence.contains("condition") { return "compare the value: value > 0" }
    if sentence.hasSuffix("BOOLEAN") { return "when(condition, 1) counts a condition" }
    if sentence.hasSuffix("VARCHAR") {
      return "a text becomes a number in the feed; clock texts have .asClockMinutes"
    }
    return "convert one: value.converted(to: …)"
  }

  private static func matchFindings(_ reading: ReadRows, _ scope: TypeScope) -> [Finding] {
    reading.matches.compactMap { match in
      guard let row = try? scope.rules.type(of: match.row),
        let entity = try? scope.rules.type(of: match.entity),
        !row.isMatchable(with: entity)
      else { return nil }
      return Finding(
        .typeMismatch, "the match of '\(reading.alias)' compares \(row) with \(entity)",
        at: reading.place, help: "convert one: value.converted(to: .text)")
    }
  }
}

extension ColumnType {
  /// Whether values of the two types can be equal.
  func isMatchable(with other: ColumnType) -> Bool {
    TypeWanted.storable(self).accepts(other)
  }
}

/// What a place takes.
private enum TypeWanted {
  case anything
  case condition
  case text
  case integer
  /// What can be stored in a column of the type.
  case storable(ColumnType)

  init(_ site: ExpressionSite, in processor: ProcessorOutline? = nil) {
    switch site.purpose {
    case .feature(let name):
      self = processor?.feature(name).map { .storable($0.value.type) } ?? .anything
    case .failureCondition, .contract, .condition, .filter: self = .condition
    case .input(let type, _): self = .storable(type)
    case .failureReason: self = .text
    case .failureCount: self = .integer
    case .mapping(let type): self = type.map { .storable($0) } ?? .anything
    case .matchEntity, .matchRow, .order, .argument, .league: self = .anything
    }
  }

  func accepts(_ type: ColumnType) -> Bool {
    switch self {
    case .anything: true
    case .condition: type == .boolean
    case .text: type == .text
    case .integer: type.isInteger
    case .storable(let column): type == column || type.isNumeric && column.isNumeric
    }
  }

  var words: String {
    switch self {
    case .anything: "which is right"
    case .condition: "not a condition"
    case .text: "not a text"
    case .integer: "not a whole number"
    case .storable(let column): "but declared as \(column)"
    }
  }

  func help(for type: ColumnType) -> String? {
    switch self {
    case .storable(let column) where type == .boolean && column.isNumeric:
      "when(condition, 1) counts it; .converted(to: .integer) is 1 or 0"
    case .storable(.text) where type.isInteger || type == .day || type == .boolean, .text:
      "write value.converted(to: .text)"
    case .condition where type.isNumeric: "compare it: value > 0"
    case .integer where type.isNumeric:
      "write value.converted(to: .integer), half away from zero"
    default: nil
    }
  }
}
