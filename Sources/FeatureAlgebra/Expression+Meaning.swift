extension Expression {
  /// A canonical text: equal for equal trees, different for different ones, the same in every run and
  /// on every machine. Fingerprints are taken from it, and `diff` and `explain` show it.
  public var meaning: String {
    switch self {
    case .literal(let literal): literal.meaning
    case .column(let rows, let name): "\(rows).\(name)"
    case .feature(let name): "feature \(name)"
    case .asOfDay: "D"
    case .seasonOpening: "season opening"
    case .aggregate(let aggregation): aggregation.meaning
    case .measured(let aggregation, let x): "\(aggregation.meaning), against \(x.meaning)"
    case .league(let league): league.meaning
    case .coverage(let measure, let window): "\(measure.rawValue) games \(window)"
    case .previous(let x): "previous(\(x.meaning))"
    case .negated(let x): "-(\(x.meaning))"
    case .absolute(let x): "abs(\(x.meaning))"
    case .squareRoot(let x): "sqrt(\(x.meaning))"
    case .floor(let x): "floor(\(x.meaning))"
    case .arithmetic(let op, let a, let b): "(\(a.meaning) \(op.symbol) \(b.meaning))"
    case .ratio(let a, let b): "(\(a.meaning) / \(b.meaning))"
    case .rounded(let x, let scale): "round(\(x.meaning), \(scale))"
    case .clamped(let x, let low, let high):
      "clamp(\(x.meaning), \(low.meaning), \(high.meaning))"
    case .comparison(let op, let a, let b): "(\(a.meaning) \(op.symbol) \(b.meaning))"
    case .all(let xs): xs.isEmpty ? "true" : "(\(Expression.list(xs, " and ")))"
    case .any(let xs): xs.isEmpty ? "false" : "(\(Expression.list(xs, " or ")))"
    case .not(let x): "not \(x.meaning)"
    case .isNull(let x): "\(x.meaning) is missing"
    case .isIn(let x, let literals):
      "\(x.meaning) in [\(literals.map(\.meaning).joined(separator: ", "))]"
    case .choice(let branches, let otherwise):
      "("
        + branches.map { "\($0.value.meaning) when \($0.condition.meaning)" }
        .joined(separator: ", ") + ", else \(otherwise.meaning))"
    case .firstPresent(let xs): "first present(\(Expression.list(xs, ", ")))"
    case .labelOfExtreme(let extreme, let candidates):
      "label of \(extreme.rawValue)(\(Expression.list(candidates)))"
    case .days(let from, let to): "days(\(from.meaning) to \(to.meaning))"
    case .wholeYears(let from, let to): "years from \(from.meaning) to \(to.meaning)"
    case .dayPlus(let x, let days): "(\(x.meaning) + \(days) days)"
    case .dayOf(let x): "day of(\(x.meaning))"
    case .seasonYear(let x, let month): "season year(\(x.meaning), from month \(month))"
    case .clockMinutes(let x): "clock minutes(\(x.meaning))"
    case .lowercased(let x): "lower(\(x.meaning))"
    case .joined(let xs, let separator):
      "join(\(Expression.list(xs, ", ")) by \(Literal.text(separator).meaning))"
    case .concatenated(let xs): "concat(\(Expression.list(xs, ", ")))"
    case .cast(let x, let type): "(\(x.meaning) as \(type))"
    case .list(let xs): "[\(Expression.list(xs, ", "))]"
    case .listOfPresent(let xs): "present[\(Expression.list(xs, ", "))]"
    case .prediction(let model, let values): "\(model.meaning) of (\(Expression.list(values)))"
    case .kernel(let call, let inputs):
      "\(call.result.name) of kernel \(call.function)("
        + zip(call.inputs, inputs).map { "\($0.name): \($1.meaning)" }.joined(separator: ", ")
        + ")"
    }
  }

  private static func list(_ expressions: [Expression], _ separator: String) -> String {
    expressions.map(\.meaning).joined(separator: separator)
  }

  private static func list(_ labelled: [Labelled]) -> String {
    labelled.map { "\(Literal.text($0.label).meaning): \($0.value.meaning)" }
      .joined(separator: ", ")
  }
}

extension TreeModel {
  /// `model points 3f2a5c0e91b84d67`: its name, and the digest of all that it says.
  public var meaning: String { "model \(name) \(digest)" }
}

extension Aggregation {
  /// `sum(games.points) where … over last 10 games`
  public var meaning: String {
    var text = "\(function.word)(\(argument?.meaning ?? rows))"
    if let filter { text += " where \(filter.meaning)" }
    if let window { text += " over \(window)" }
    return text
  }
}

extension LeagueAverage {
  public var meaning: String {
    "league mean of \(value.meaning) per entity of \(rows) where \(qualifying.meaning)"
      + ", \(Literal.double(fallback).meaning) below \(atLeast) entities"
  }
}

extension Literal {
  public var meaning: String {
    switch self {
    case .integer(let value): String(value)
    case .double(let value): value.description
    case .text(let value): Quoting.literal(value)
    case .boolean(let value): value ? "true" : "false"
    case .day(let day): day.description
    case .null(let type): "missing \(type)"
    }
  }
}

extension AggregateFunction {
  /// The word that stands for the function in formulas.
  public var word: String {
    switch self {
    case .count: "count"
    case .countDistinct: "count distinct"
    case .sum: "sum"
    case .mean: "mean"
    case .sampleDeviation: "sample deviation"
    case .populationDeviation: "population deviation"
    case .smallest: "smallest"
    case .largest: "largest"
    case .median: "median"
    case .newest(let n): n == 1 ? "newest" : "newest number \(n)"
    case .oldest: "oldest"
    case .anyTrue: "any"
    case .allTrue: "every"
    case .streak: "streak"
    case .everyValue: "every value"
    case .streakAbove: "streak above"
    case .streakBelow: "streak below"
    }
  }
}

extension Arithmetic {
  public var symbol: String {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    }
  }
}

extension Comparison {
  public var symbol: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension ColumnType: CustomStringConvertible {
  /// `BIGINT`, `DECIMAL(5, 2)`: the words of SQL.
  public var description: String {
    switch self {
    case .integer: "BIGINT"
    case .integer32: "INTEGER"
    case .decimal(let precision, let scale): "DECIMAL(\(precision), \(scale))"
    case .double: "DOUBLE"
    case .text: "VARCHAR"
    case .boolean: "BOOLEAN"
    case .day: "DATE"
    case .timestamp: "TIMESTAMP"
    case .textList: "VARCHAR[]"
    case .doubleList: "DOUBLE[]"
    }
  }
}
