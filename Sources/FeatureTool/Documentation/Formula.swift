import FeatureAlgebra

/// An expression as a person reads it: parentheses only where they are needed, aggregates with their
/// filter and window inside, and a line of its own for each branch or operand where one line is too long.
///
/// ```text
/// 100 * sum(played.paint_attempts, last 10 games) / sum(played.shots, last 10 games)
/// ```
struct Formula {
  let expression: Expression
  var width = 88

  init(_ expression: Expression) { self.expression = expression }

  /// On one line.
  var line: String { Self.text(expression) }

  /// On as many lines as it takes.
  var lines: [String] { Self.lines(expression, width) }

  /// How strongly a node binds its operands; a weaker one inside a stronger one takes parentheses.
  private enum Level: Int { case choice, or, and, not, comparison, sum, product, sign, atom }

  private static func level(_ expression: Expression) -> Level {
    switch expression {
    case .any(let xs): xs.count > 1 ? .or : .atom
    case .all(let xs): xs.count > 1 ? .and : .atom
    case .not: .not
    case .comparison, .isNull, .isIn: .comparison
    case .arithmetic(.times, _, _), .ratio: .product
    case .arithmetic, .dayPlus: .sum
    case .negated: .sign
    case .choice: .choice
    default: .atom
    }
  }

  /// - Parameter least: a weaker node takes parentheses.
  private static func operand(_ expression: Expression, _ least: Level) -> String {
    let text = text(expression)
    return level(expression).rawValue < least.rawValue ? "(\(text))" : text
  }

  private static func call(_ name: String, _ arguments: [Expression]) -> String {
    "\(name)(\(list(arguments)))"
  }

  /// Arguments and elements: choices hold commas of their own.
  private static func list(_ expressions: [Expression]) -> String {
    expressions.map { operand($0, .or) }.joined(separator: ", ")
  }

  private static func text(_ expression: Expression) -> String {
    switch expression {
    case .literal(let literal): text(literal)
    case .column(let rows, let name): "\(rows).\(name)"
    case .feature(let name): name
    case .asOfDay: "D"
    case .seasonOpening: "season opening"
    case .aggregate(let aggregation): text(aggregation)
    case .measured(let aggregation, let x): text(aggregation, against: x)
    case .league(let league):
      "league mean(\(text(league.value)) per entity of \(league.rows), where"
        + " \(text(league.qualifying)), else \(text(.literal(.double(league.fallback))))"
        + " below \(league.atLeast) entities)"
    case .coverage(let measure, let window): "\(measure.rawValue) games(\(window))"
    case .previous(let x): call("previous", [x])
    case .negated(let x): "-" + operand(x, .sign)
    case .absolute(let x): call("abs", [x])
    case .squareRoot(let x): call("sqrt", [x])
    case .floor(let x): call("floor", [x])
    case .arithmetic(let op, let a, let b):
      operand(a, op == .times ? .product : .sum) + " \(op.symbol) "
        + operand(b, op == .plus ? .sum : op == .times ? .sign : .product)
    case .ratio(let a, let b): operand(a, .product) + " / " + operand(b, .sign)
    case .rounded(let x, let scale): "round(\(text(x)), \(scale))"
    case .clamped(let x, let low, let high): call("clamp", [x, low, high])
    case .comparison(let op, let a, let b):
      operand(a, .sum) + " \(op.symbol) " + operand(b, .sum)
    case .all(let xs):
      xs.isEmpty ? "true" : xs.map { operand($0, .not) }.joined(separator: " and ")
    case .any(let xs):
      xs.isEmpty ? "false" : xs.map { operand($0, .and) }.joined(separator: " or ")
    case .not(let x): "not " + operand(x, .comparison)
    case .isNull(let x): operand(x, .sum) + " is NULL"
    case .isIn(let x, let literals):
      operand(x, .sum) + " in (\(literals.map(text).joined(separator: ", ")))"
    case .choice(let branches, let otherwise):
      branches.map { text($0) }.joined(separator: ", ") + ", else " + operand(otherwise, .and)
    case .firstPresent(let xs): call("first present", xs)
    case .labelOfExtreme(let extreme, let candidates):
      "label of \(extreme.rawValue)(\(candidates.map { text($0) }.joined(separator: ", ")))"
    case .days(let from, let to): "days(\(operand(from, .or)) to \(operand(to, .or)))"
    case .wholeYears(let from, let to): "years(\(operand(from, .or)) to \(operand(to, .or)))"
    case .dayPlus(let x, let days): operand(x, .sum) + " + \(days) days"
    case .dayOf(let x): call("day", [x])
    case .seasonYear(let x, let month): "season year(\(text(x)), from month \(month))"
    case .clockMinutes(let x): call("clock minutes", [x])
    case .lowercased(let x): call("lower", [x])
    case .joined(let xs, let separator): call("join", xs + [.literal(.text(separator))])
    case .concatenated(let xs): call("concat", xs)
    case .cast(let x, .text): call("text", [x])
    case .cast(let x, let type): "cast(\(text(x)), \(type))"
    case .list(let xs): "[\(list(xs))]"
    case .listOfPresent(let xs): call("those present", xs)
    case .prediction(let model, let values):
      "\(model.meaning)(\(values.map { text($0) }.joined(separator: ", ")))"
    case .kernel(let call, let inputs):
      "\(call.result.name) of \(call.function)(\(named(call, inputs).map { text($0) }.joined(separator: ", ")))"
    }
  }

  private static func text(_ branch: Branch) -> String {
    operand(branch.value, .and) + " when " + operand(branch.condition, .and)
  }

  private static func text(_ labelled: Labelled) -> String {
    "\(labelled.label): \(operand(labelled.value, .or))"
  }

  /// What a hand kernel is given, under the names that it knows.
  private static func named(_ call: KernelCall, _ inputs: [Expression]) -> [Labelled] {
    zip(call.inputs, inputs).map { Labelled($0.name, $1) }
  }

  private static func text(_ literal: Literal) -> String {
    switch literal {
    case .null: "NULL"
    case .double(let value):
      value.description.hasSuffix(".0")
        ? String(value.description.dropLast(2)) : value.description
    default: literal.meaning
    }
  }

  private static func text(_ aggregation: Aggregation, against limit: Expression? = nil) -> String {
    var text = aggregation.argument.map(Self.text) ?? aggregation.rows
    if let limit { text += " against \(operand(limit, .or))" }
    if let filter = aggregation.filter { text += " where \(Self.text(filter))" }
    if let window = aggregation.window { text += ", \(window)" }
    return "\(aggregation.function.word)(\(text))"
  }
}

extension Formula {
  /// One line where it fits, else one per operand, branch or argument.
  private static func lines(_ expression: Expression, _ width: Int) -> [String] {
    let line = text(expression)
    guard line.count > width else { return [line] }
    switch expression {
    case .choice(let branches, let otherwise):
      return branches.flatMap { ended(lines(of: $0, width), by: ",") }
        + prefixed("else ", wrapped(otherwise, .and, width - 5))
    case .all(let xs) where xs.count > 1: return chain(xs, "and", .not, width)
    case .any(let xs) where xs.count > 1: return chain(xs, "or", .and, width)
    case .arithmetic(let op, let a, let b):
      return wrapped(a, op == .times ? .product : .sum, width)
        + prefixed(
          "\(op.symbol) ",
          wrapped(b, op == .plus ? .sum : op == .times ? .sign : .product, width - 2))
    case .ratio(let a, let b):
      return wrapped(a, .product, width) + prefixed("/ ", wrapped(b, .sign, width - 2))
    case .comparison(let op, let a, let b):
      return wrapped(a, .sum, width) + prefixed("\(op.symbol) ", wrapped(b, .sum, width - 3))
    case .firstPresent(let xs): return block("first present(", xs, ")", width)
    case .joined(let xs, let separator):
      return block("join(", xs + [.literal(.text(separator))], ")", width)
    case .concatenated(let xs): return block("concat(", xs, ")", width)
    case .list(let xs): return block("[", xs, "]", width)
    case .listOfPresent(let xs): return block("those present(", xs, ")", width)
    case .prediction(let model, let values):
      return block("\(model.meaning)(", values, ")", width)
    case .kernel(let call, let inputs):
      return block(
        "\(call.result.name) of \(call.function)(", named(call, inputs), ")", width)
    case .labelOfExtreme(let extreme, let candidates):
      return block("label of \(extreme.rawValue)(", candidates, ")", width)
    case .clamped(let x, let low, let high): return block("clamp(", [x, low, high], ")", width)
    case .rounded(let x, let scale):
      return ["round("] + prefixed("  ", ended(lines(x, width - 2), by: ",")) + ["  \(scale))"]
    case .cast(let x, .text): return block("text(", [x], ")", width)
    case .absolute(let x): return block("abs(", [x], ")", width)
    case .not(let x): return prefixed("not ", wrapped(x, .comparison, width - 4))
    default: return [line]
    }
  }

  private static func lines(of branch: Branch, _ width: Int) -> [String] {
    let line = text(branch)
    guard line.count > width else { return [line] }
    return wrapped(branch.value, .and, width)
      + prefixed("  when ", wrapped(branch.condition, .and, width - 7))
  }

  /// In parentheses where the node is weaker than `least`.
  private static func wrapped(
    _ expression: Expression, _ least: Level, _ width: Int
  ) -> [String] {
    guard level(expression).rawValue < least.rawValue else { return lines(expression, width) }
    return ended(prefixed("(", lines(expression, width - 2)), by: ")")
  }

  private static func chain(
    _ xs: [Expression], _ word: String, _ least: Level, _ width: Int
  ) -> [String] {
    xs.enumerated().flatMap { index, x in
      index == 0
        ? wrapped(x, least, width)
        : prefixed("\(word) ", wrapped(x, least, width - word.count - 1))
    }
  }

  private static func block(
    _ open: String, _ xs: [Expression], _ close: String, _ width: Int
  ) -> [String] {
    [open]
      + xs.enumerated().flatMap { index, x in
        prefixed("  ", ended(wrapped(x, .or, width - 3), by: index == xs.count - 1 ? "" : ","))
      } + [close]
  }

  private static func block(
    _ open: String, _ xs: [Labelled], _ close: String, _ width: Int
  ) -> [String] {
    [open]
      + xs.enumerated().flatMap { index, x in
        prefixed(
          "  \(x.label): ",
          ended(
            wrapped(x.value, .or, width - x.label.count - 5), by: index == xs.count - 1 ? "" : ","))
      } + [close]
  }

  /// The first line after a mark, the others below its end.
  private static func prefixed(_ mark: String, _ lines: [String]) -> [String] {
    let blanks = String(repeating: " ", count: mark.count)
    return lines.enumerated().map { ($0 == 0 ? mark : blanks) + $1 }
  }

  private static func ended(_ lines: [String], by mark: String) -> [String] {
    lines.dropLast() + [(lines.last ?? "") + mark]
  }
}
