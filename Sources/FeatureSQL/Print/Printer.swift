import FeatureAlgebra

/// Turns the tree into text in one dialect. Nothing else in the package writes a quote, a keyword or a
/// line break.
struct Printer {
  let dialect: Dialect
  /// Names of parameters in order of first use.
  var parameters: [String] = []

  init(_ dialect: Dialect) { self.dialect = dialect }

  /// The statement with a final newline, and the names of its parameters.
  static func text(
    _ query: Query, in dialect: Dialect
  ) throws(RenderError) -> (sql: String, parameters: [String]) {
    var printer = Printer(dialect)
    let layout = try printer.layout(query)
    return (layout.rendered() + "\n", printer.parameters)
  }

  /// The expression alone, as it stands in a column list.
  static func text(_ expression: SQLExpression, in dialect: Dialect) throws(RenderError) -> String {
    var printer = Printer(dialect)
    return try printer.layout(expression).rendered()
  }

  /// `"points"`; a quote inside is doubled.
  func quoted(_ identifier: String) -> String {
    Quoting.between(dialect.identifierQuote, identifier)
  }

  /// `"nba_analytics"."player_game_summary"`
  func quoted(_ table: TableName) -> String { "\(quoted(table.dataset)).\(quoted(table.table))" }

  /// `BIGINT`, `DECIMAL(5, 2)`
  func text(_ type: SQLType) -> String {
    func word(_ word: TypeWord) -> String { dialect.types[word] ?? word.rawValue }
    switch type {
    case .wideInteger: return word(.wideInteger)
    case .single: return word(.single)
    case .column(.decimal(let precision, let scale)):
      return Template.fill(word(.decimal), [String(precision), String(scale)])
    case .column(.integer): return word(.integer)
    case .column(.integer32): return word(.integer32)
    case .column(.double): return word(.double)
    case .column(.text): return word(.text)
    case .column(.boolean): return word(.boolean)
    case .column(.day): return word(.day)
    case .column(.timestamp): return word(.timestamp)
    case .column(.textList): return word(.textList)
    case .column(.doubleList): return word(.doubleList)
    }
  }

  /// A literal that reads back exactly, with the type that the algebra gives it.
  func text(_ literal: Literal) -> String {
    switch literal {
    case .integer(.min): "CAST(\(Int64.min) AS \(text(.integer)))"
    case .integer(let value): String(value)
    case .double(let value): Printer.text(value)
    case .text(let value): Quoting.literal(value)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .day(let day): "DATE '\(day)'"
    case .null(let type): "CAST(NULL AS \(text(.column(type))))"
    }
  }

  /// `0.44e0`: with an exponent a number is a DOUBLE in every engine, without one a DECIMAL in some.
  static func text(_ value: Double) -> String {
    let digits = value.description
    return digits.contains("e") ? digits : digits + "e0"
  }

  /// The arguments of a template, each where its place stands.
  enum Template {
    static func fill(_ template: String, _ arguments: [String]) -> String {
      var text = ""
      for piece in pieces(of: template) {
        switch piece {
        case .text(let words): text += words
        case .argument(let index, _): text += arguments.indices ~= index ? arguments[index] : ""
        case .arguments(let first): text += arguments.dropFirst(first).joined(separator: ", ")
        }
      }
      return text
    }

    enum Piece: Hashable {
      case text(String)
      case argument(Int, tight: Bool)
      case arguments(from: Int)
    }

    /// `NULLIF({0}, {1})` as text and places.
    static func pieces(of template: String) -> [Piece] {
      var pieces: [Piece] = []
      var rest = Substring(template)
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
        let place = rest[rest.index(after: open)..<close]
        if place.hasSuffix("..."), let first = Int(place.dropLast(3)) {
          pieces.append(.arguments(from: first))
        } else if place.hasSuffix("!"), let index = Int(place.dropLast()) {
          pieces.append(.argument(index, tight: true))
        } else if let index = Int(place) {
          pieces.append(.argument(index, tight: false))
        }
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
      return pieces
    }
  }
}
