/// How one engine spells the constructs of the tree: values only, so that an engine is one short file.
///
/// `Dialect.ansi…` tables hold what standard SQL says; a dialect lists differences, and what it cannot
/// say it refuses with a sentence.
public struct Dialect: Sendable {
  /// `duckdb`: the folder under `generated/` and the word on the command line.
  public let name: String
  /// An ASCII character, doubled inside a name.
  let identifierQuote: UInt8
  /// `$` in `$from`.
  let parameterPrefix: String
  /// Whether NULLs come last when a term of ORDER BY says nothing.
  let ordersNullsLast: Bool
  /// Whether an aggregate may be followed by `FILTER (WHERE …)`; else the argument becomes a CASE.
  let hasAggregateFilter: Bool
  /// Whether window functions can be filtered by `QUALIFY`; else a subquery is wrapped around.
  let hasQualify: Bool
  /// Whether the engine computes by kernels beside it, so that hand kernels can be called.
  let hasKernels: Bool
  let types: [TypeWord: String]
  let functions: [SQLFunction: Spelling]
  let aggregates: [SQLAggregate: Spelling]
  /// Why a function has no spelling, as the end of "`duckdb` cannot …".
  let refusals: [SQLFunction: String]

  init(
    name: String, identifierQuote: UInt8 = UInt8(ascii: "\""), parameterPrefix: String = "$",
    ordersNullsLast: Bool = false, hasAggregateFilter: Bool = true, hasQualify: Bool = false,
    hasKernels: Bool = false,
    types: [TypeWord: String] = [:], functions: [SQLFunction: Spelling] = [:],
    aggregates: [SQLAggregate: Spelling] = [:], refusals: [SQLFunction: String] = [:]
  ) {
    self.name = name
    self.identifierQuote = identifierQuote
    self.parameterPrefix = parameterPrefix
    self.ordersNullsLast = ordersNullsLast
    self.hasAggregateFilter = hasAggregateFilter
    self.hasQualify = hasQualify
    self.hasKernels = hasKernels
    self.types = Dialect.ansiTypes.merging(types) { $1 }
    self.functions = Dialect.ansiFunctions.merging(functions) { $1 }
      .filter { refusals[$0.key] == nil }
    self.aggregates = Dialect.ansiAggregates.merging(aggregates) { $1 }
    self.refusals = refusals
  }
}

/// A type without its numbers.
enum TypeWord: String, Hashable, Sendable, CaseIterable {
  case integer, integer32, decimal, double, text, boolean, day, timestamp, textList, doubleList
  case wideInteger, single
}

/// A template of a call: `{0}` is the first argument, `{1...}` the second and all that follow,
/// separated by commas.
///
/// An argument beside a bracket or comma stands as it is; one written `{0!}` stands beside an
/// operator and gets parentheses where it needs them.
struct Spelling: Sendable, ExpressibleByStringLiteral {
  let template: String
  /// How tightly the whole holds together.
  let precedence: Precedence

  init(_ template: String, _ precedence: Precedence = .primary) {
    self.template = template
    self.precedence = precedence
  }

  init(stringLiteral template: String) { self.init(template) }
}

/// Loosest first. An operand that is looser than its place gets parentheses.
enum Precedence: Int, Comparable, Sendable {
  case or, and, not, comparison, concatenation, sum, product, sign, primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// One step tighter: the place of a right operand, so that `a - (b - c)` keeps its parentheses.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}
