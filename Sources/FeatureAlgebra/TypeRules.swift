/// The type of every expression, from the types of what it reads: one set of rules for the checker, the
/// SQL printer and the kernels.
///
/// In arithmetic a decimal is a double. Its scale matters in two places only: exact sums and storing.
public struct TypeRules {
  /// The type of a column of rows, or nil where there is no such column.
  public var column: (ColumnReference) -> ColumnType?
  /// The type of another feature, or nil where there is none.
  public var feature: (String) -> ColumnType?

  public init(
    column: @escaping (ColumnReference) -> ColumnType?,
    feature: @escaping (String) -> ColumnType? = { _ in nil }
  ) {
    self.column = column
    self.feature = feature
  }

  /// - Throws: the innermost mistake.
  public func type(of expression: Expression) throws(TypeMistake) -> ColumnType {
    switch expression {
    case .literal(let literal):
      return literal.type
    case .column(let rows, let name):
      guard let type = column(ColumnReference(rows: rows, name: name)) else {
        throw .unknownColumn(rows: rows, name: name)
      }
      return type == .integer32 ? .integer : type
    case .feature(let name):
      guard let type = feature(name) else { throw .unknownFeature(name) }
      return type == .integer32 ? .integer : type
    case .asOfDay, .seasonOpening:
      return .day
    case .aggregate(let aggregation):
      return try type(of: aggregation)
    case .measured(let aggregation, let x):
      _ = try number(x)
      return try type(of: aggregation)
    case .league(let league):
      try expect(league.value, \.isNumeric, "a number", in: "a league average")
      try expect(league.qualifying, { $0 == .boolean }, "a condition", in: "a league average")
      return .double
    case .coverage:
      return .integer
    case .previous(let x):
      return try type(of: x)
    case .negated(let x), .absolute(let x):
      return try number(x).isInteger ? .integer : .double
    case .squareRoot(let x), .floor(let x):
      _ = try number(x)
      return .double
    case .arithmetic(_, let a, let b):
      let (left, right) = (try number(a), try number(b))
      return left.isInteger && right.isInteger ? .integer : .double
    case .ratio(let a, let b):
      _ = (try number(a), try number(b))
      return .double
    case .rounded(let x, let scale):
      _ = try number(x)
      return .decimal(precision: 18, scale: scale)
    case .clamped(let x, let low, let high):
      let types = [try number(x), try number(low), try number(high)]
      return types.allSatisfy(\.isInteger) ? .integer : .double
    case .comparison(_, let a, let b):
      _ = try unified([a, b], in: "a comparison")
      return .boolean
    case .all(let xs), .any(let xs):
      for x in xs { try expect(x, { $0 == .boolean }, "a condition", in: "and / or") }
      return .boolean
    case .not(let x):
      try expect(x, { $0 == .boolean }, "a condition", in: "not")
      return .boolean
    case .isNull(let x):
      _ = try type(of: x)
      return .boolean
    case .isIn(let x, let literals):
      _ = try unified([x] + literals.map { .literal($0) }, in: "a list of values")
      return .boolean
    case .choice(let branches, let otherwise):
      for branch in branches {
        try expect(branch.condition, { $0 == .boolean }, "a condition", in: "when")
      }
      return try unified(branches.map(\.value) + [otherwise], in: "the branches of a choice")
    case .firstPresent(let xs):
      return try unified(xs, in: "first present")
    case .labelOfExtreme(_, let candidates):
      for candidate in candidates { _ = try number(candidate.value) }
      return .text
    case .prediction(_, let values):
      for value in values { _ = try number(value.value) }
      return .double
    case .days(let from, let to):
      for x in [from, to] { try expect(x, { $0 == .day }, "a day", in: "days between") }
      return .integer
    case .wholeYears(let from, let to):
      for x in [from, to] { try expect(x, { $0 == .day }, "a day", in: "years between") }
      return .integer
    case .dayPlus(let x, _):
      try expect(x, { $0 == .day }, "a day", in: "day plus days")
      return .day
    case .dayOf(let x):
      try expect(x, { $0 == .timestamp }, "a timestamp", in: "day of")
      return .day
    case .seasonYear(let x, _):
      try expect(x, { $0 == .day }, "a day", in: "season year")
      return .integer
    case .clockMinutes(let x):
      try expect(x, { $0 == .text }, "a text", in: "clock minutes")
      return .double
    case .lowercased(let x):
      try expect(x, { $0 == .text }, "a text", in: "lower")
      return .text
    case .joined(let xs, _), .concatenated(let xs):
      for x in xs { try expect(x, { $0 == .text }, "a text", in: "joining texts") }
      return .text
    case .cast(let x, let target):
      let from = try type(of: x)
      if target == .text, x.isRoundedDouble {
        throw .mismatch(
          "a rounded number becomes a text by way of a decimal, such as .number(18, 2)")
      }
      return try cast(from: from, to: target)
    case .list(let xs), .listOfPresent(let xs):
      let element = try unified(xs, in: "a list")
      if element == .text { return .textList }
      if element.isNumeric { return .doubleList }
      throw .mismatch("a list holds texts or numbers, not \(element)")
    case .kernel(let call, let inputs):
      for x in inputs { _ = try type(of: x) }
      return call.result.type
    }
  }

  /// The type of an aggregate; its argument and filter are typed on the row level.
  public func type(of aggregation: Aggregation) throws(TypeMistake) -> ColumnType {
    if let filter = aggregation.filter {
      try expect(filter, { $0 == .boolean }, "a condition", in: "a filter")
    }
    let word = aggregation.function.word
    guard let argument = aggregation.argument else {
      if aggregation.function == .count { return .integer }
      throw .mismatch("\(word) needs a value to look at")
    }
    let type = try type(of: argument)
    switch aggregation.function {
    case .count, .countDistinct:
      return .integer
    case .sum, .mean, .sampleDeviation, .populationDeviation:
      guard type.isNumeric else { throw .mismatch("\(word) takes numbers, not \(type)") }
      guard type.isExact else { throw .inexact(word) }
      return aggregation.function == .sum && type.isInteger ? .integer : .double
    case .median:
      guard type.isNumeric else { throw .mismatch("\(word) takes numbers, not \(type)") }
      return .double
    case .smallest, .largest, .newest, .oldest, .everyValue:
      return type
    case .streakAbove, .streakBelow:
      guard type.isNumeric else { throw .mismatch("\(word) takes numbers, not \(type)") }
      return .integer
    case .anyTrue, .allTrue, .streak:
      guard type == .boolean else { throw .mismatch("\(word) takes a condition, not \(type)") }
      return aggregation.function == .streak ? .integer : .boolean
    }
  }

  private func number(_ x: Expression) throws(TypeMistake) -> ColumnType {
    let type = try type(of: x)
    guard type.isNumeric else { throw .mismatch("arithmetic takes numbers, not \(type)") }
    return type
  }

  private func expect(
    _ x: Expression, _ accepts: (ColumnType) -> Bool, _ wanted: String, in place: String
  ) throws(TypeMistake) {
    let type = try type(of: x)
    guard accepts(type) else { throw .mismatch("\(place) takes \(wanted), not \(type)") }
  }

  /// The common type: equal types, or numbers together (a double unless all are integers).
  private func unified(_ xs: [Expression], in place: String) throws(TypeMistake) -> ColumnType {
    var common: ColumnType?
    for x in xs {
      let next = try type(of: x)
      guard let sofar = common else {
        common = next
        continue
      }
      if sofar == next { continue }
      guard sofar.isNumeric, next.isNumeric else {
        throw .mismatch("\(place) mixes \(sofar) with \(next)")
      }
      common = sofar.isInteger && next.isInteger ? .integer : .double
    }
    guard let common else { throw .mismatch("\(place) is empty") }
    return common
  }

  private func cast(from: ColumnType, to: ColumnType) throws(TypeMistake) -> ColumnType {
    switch (from, to) {
    case _ where from == to: return to
    case _ where from.isNumeric && to.isNumeric: return to == .integer32 ? .integer : to
    case (.integer, .text), (.decimal, .text), (.day, .text), (.boolean, .text),
      (.boolean, .integer):
      return to
    default: throw .mismatch("\(from) cannot become \(to)")
    }
  }
}

extension Expression {
  /// A double behind a decimal's type: it has no digits of its own to be written with.
  fileprivate var isRoundedDouble: Bool {
    switch self {
    case .rounded: true
    case .choice(let branches, let otherwise):
      otherwise.isRoundedDouble || branches.contains { $0.value.isRoundedDouble }
    case .firstPresent(let xs): xs.contains { $0.isRoundedDouble }
    case .previous(let x): x.isRoundedDouble
    case .aggregate(let aggregation): aggregation.argument?.isRoundedDouble ?? false
    default: false
    }
  }
}

/// Why an expression has no type.
public enum TypeMistake: Error, Hashable, Sendable {
  case unknownColumn(rows: String, name: String)
  case unknownFeature(String)
  /// A sum whose value would depend on the order of the rows: the function's word.
  case inexact(String)
  /// A sentence without a full stop.
  case mismatch(String)
}
