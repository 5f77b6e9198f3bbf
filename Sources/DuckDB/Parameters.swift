/// Values for the parameters of a statement, by name or by position; what could end a
/// literal is never spliced into it.
///
/// `["from": .date(19_000)]` is `$from`; `[1, "x"]` is `$1` and `$2`, or the first and second `?`.
public struct Parameters: Sendable {
  enum Arrangement: Sendable {
    case positional([SQLValue])
    case named([String: SQLValue])
  }

  let arrangement: Arrangement

  /// Values by position, the first for `$1`.
  public init(_ values: [SQLValue]) {
    arrangement = .positional(values)
  }

  /// Values by name, the names without `$`.
  public init(_ values: [String: SQLValue]) {
    arrangement = .named(values)
  }

  var count: Int {
    switch arrangement {
    case .positional(let values): values.count
    case .named(let values): values.count
    }
  }
}

extension Parameters: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral values: SQLValue...) {
    self.init(values)
  }

  /// The last value wins where a name is given twice.
  public init(dictionaryLiteral pairs: (String, SQLValue)...) {
    self.init(Dictionary(pairs) { _, last in last })
  }
}
