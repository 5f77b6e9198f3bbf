import FeatureAlgebra

extension Printer {
  /// The expression, in parentheses where it is looser than its place.
  mutating func layout(
    _ expression: SQLExpression, atLeast place: Precedence = .or
  ) throws(RenderError) -> Layout {
    let inner = try bare(expression)
    if precedence(of: expression) >= place { return inner }
    return .bracketed("(", [inner], ")")
  }

  private mutating func bare(_ expression: SQLExpression) throws(RenderError) -> Layout {
    switch expression {
    case .column(let name, let table):
      return .text((table.map { quoted($0) + "." } ?? "") + quoted(name))
    case .everything(let table):
      return .text((table.map { quoted($0) + "." } ?? "") + "*")
    case .parameter(let name):
      if !parameters.contains(name) { parameters.append(name) }
      return .text(dialect.parameterPrefix + name)
    case .literal(let literal): return .text(text(literal))
    case .null: return .text("NULL")
    case .negated(let x): return .sequence([.text("-"), try layout(x, atLeast: .primary)])
    case .infix(let op, let a, let b): return try infix(op, a, b)
    case .all(let xs): return try junction(xs, "AND", .and, empty: "TRUE")
    case .any(let xs): return try junction(xs, "OR", .or, empty: "FALSE")
    case .not(let x): return .sequence([.text("NOT "), try layout(x, atLeast: .not)])
    case .isNull(let x):
      return .sequence([try layout(x, atLeast: .concatenation), .text(" IS NULL")])
    case .isNotNull(let x):
      return .sequence([try layout(x, atLeast: .concatenation), .text(" IS NOT NULL")])
    case .isIn(let x, let choices):
      let items = try layouts(choices)
      return .sequence([
        try layout(x, atLeast: .concatenation), .text(" IN "), .bracketed("(", items, ")"),
      ])
    case .between(let x, let low, let high):
      return .sequence([
        try layout(x, atLeast: .concatenation), .text(" BETWEEN "),
        try layout(low, atLeast: .concatenation), .text(" AND "),
        try layout(high, atLeast: .concatenation),
      ])
    case .cast(let x, let type):
      let inside = Layout.sequence([try layout(x), .text(" AS \(text(type))")])
      if Printer.hasOwnBrackets(x) { return .sequence([.text("CAST("), inside, .text(")")]) }
      return .bracketed("CAST(", [inside], ")")
    case .choice(let branches, let otherwise): return try choice(branches, otherwise)
    case .match(let x, let branches): return try choice(branches, nil, of: x)
    case .call(let function, let arguments):
      return try fill(try spelling(of: function).template, arguments)
    case .aggregate(let call): return try aggregate(call)
    case .window(let call): return try window(call)
    case .subquery(let query): return try bracketed("(", query, ")")
    case .exists(let query): return try bracketed("EXISTS (", query, ")")
    }
  }

  mutating func layouts(_ expressions: [SQLExpression]) throws(RenderError) -> [Layout] {
    var all: [Layout] = []
    for expression in expressions { all.append(try layout(expression)) }
    return all
  }

  /// `PARTITION BY "a", "b" DESC`
  mutating func layouts(_ terms: [OrderTerm]) throws(RenderError) -> [Layout] {
    var all: [Layout] = []
    for term in terms {
      var words = term.descending ? " DESC" : ""
      if term.nullsFirst {
        words += " NULLS FIRST"
      } else if !dialect.ordersNullsLast {
        words += " NULLS LAST"
      }
      all.append(.sequence([try layout(term.value), .text(words)]))
    }
    return all
  }

  /// A query on one line where it is small enough: one column of one table.
  private mutating func bracketed(
    _ open: String, _ query: Query, _ close: String
  ) throws(RenderError) -> Layout {
    guard let small = try small(query) else { return bracketed(open, try layout(query), close) }
    return .bracketed(open, [small], close)
  }

  /// Always broken: what stands inside is a query.
  func bracketed(_ open: String, _ query: Layout, _ close: String) -> Layout {
    .sequence([.text(open), .nested(.sequence([.hardLine, query])), .hardLine, .text(close)])
  }

  /// Whether the expression's own brackets keep its lines together.
  private static func hasOwnBrackets(_ expression: SQLExpression) -> Bool {
    switch expression {
    case .call, .aggregate, .cast: true
    default: false
    }
  }

  private func precedence(of expression: SQLExpression) -> Precedence {
    switch expression {
    case .column, .everything, .parameter, .null, .cast, .choice, .match, .aggregate, .window,
      .subquery,
      .exists:
      return .primary
    case .literal(.integer(let value)): return value < 0 && value != .min ? .sign : .primary
    case .literal(.double(let value)): return value.sign == .minus ? .sign : .primary
    case .literal: return .primary
    case .negated: return .sign
    case .infix(let op, _, _): return op.precedence
    case .all(let xs): return xs.count == 1 ? precedence(of: xs[0]) : xs.isEmpty ? .primary : .and
    case .any(let xs): return xs.count == 1 ? precedence(of: xs[0]) : xs.isEmpty ? .primary : .or
    case .not: return .not
    case .isNull, .isNotNull, .isIn, .between: return .comparison
    case .call(let function, _): return dialect.functions[function]?.precedence ?? .primary
    }
  }

  private mutating func infix(
    _ op: Infix, _ a: SQLExpression, _ b: SQLExpression
  ) throws(RenderError) -> Layout {
    let left = try layout(a, atLeast: op.leftPlace)
    let right = try layout(b, atLeast: op.precedence.next)
    if Printer.sticks(a) || Printer.sticks(b) {
      return .sequence([left, .text(" \(op.rawValue) "), right])
    }
    return .group(
      .sequence([left, .nested(.sequence([.line, .text(op.rawValue + " "), right]))]))
  }

  /// Whether an operand stays on the line of its operator: there is nothing to gain from a break.
  private static func sticks(_ operand: SQLExpression) -> Bool {
    switch operand {
    case .literal, .parameter, .null, .subquery: true
    default: false
    }
  }

  private mutating func junction(
    _ xs: [SQLExpression], _ word: String, _ precedence: Precedence, empty: String
  ) throws(RenderError) -> Layout {
    if xs.isEmpty { return .text(empty) }
    if xs.count == 1 { return try bare(xs[0]) }
    var parts: [Layout] = []
    for x in xs { parts.append(try layout(x, atLeast: precedence.next)) }
    return .group(.joined(parts, by: [.line, .text(word + " ")]))
  }

  private mutating func choice(
    _ branches: [When], _ otherwise: SQLExpression?, of subject: SQLExpression? = nil
  ) throws(RenderError) -> Layout {
    var lines: [Layout] = []
    for branch in branches {
      lines.append(
        .group(
          .sequence([
            .text("WHEN "), .nested(.nested(try layout(branch.condition))),
            .nested(.sequence([.line, .text("THEN "), try layout(branch.value)])),
          ])))
    }
    if let otherwise { lines.append(.sequence([.text("ELSE "), try layout(otherwise)])) }
    var head: [Layout] = [.text("CASE")]
    if let subject { head += [.text(" "), try layout(subject)] }
    return .group(
      .sequence([
        .sequence(head), .nested(.sequence([.line, .joined(lines, by: [.line])])), .line,
        .text("END"),
      ]))
  }

  private func spelling(of function: SQLFunction) throws(RenderError) -> Spelling {
    if let spelling = dialect.functions[function] { return spelling }
    let reason = dialect.refusals[function] ?? "say '\(function.rawValue)'"
    throw RenderError(.unsupported, "\(dialect.name) cannot \(reason)")
  }

  /// A template with its arguments: those between brackets break as a list.
  mutating func fill(
    _ template: String, _ arguments: [SQLExpression]
  ) throws(RenderError) -> Layout {
    var parts: [Layout] = []
    for piece in Template.pieces(of: template) {
      switch piece {
      case .text(let words): parts.append(.text(words))
      case .argument(let index, let tight):
        guard arguments.indices ~= index else {
          throw RenderError(.brokenPlan, "'\(template)' has no argument \(index)")
        }
        parts.append(try layout(arguments[index], atLeast: tight ? .primary : .or))
      case .arguments(let first):
        let items = try layouts(Array(arguments.dropFirst(first)))
        parts.append(
          .sequence([
            .nested(.sequence([.softLine, .joined(items, by: [.text(","), .line])])), .softLine,
          ]))
      }
    }
    return .group(.sequence(parts))
  }

  private mutating func aggregate(_ call: AggregateCall) throws(RenderError) -> Layout {
    guard let spelling = dialect.aggregates[call.function] else {
      throw RenderError(
        .unsupported, "\(dialect.name) has no aggregate '\(call.function.rawValue)'")
    }
    if !dialect.hasAggregateFilter, let filter = call.filter {
      return try aggregate(Printer.unfiltered(call, filter))
    }
    var places = call.arguments.isEmpty ? [.everything()] : call.arguments
    let first = places.removeFirst()
    var inside: [Layout] = []
    if call.isDistinct { inside.append(.text("DISTINCT ")) }
    inside.append(try layout(first))
    if !call.orderBy.isEmpty {
      inside += [.line, .text("ORDER BY "), .joined(try layouts(call.orderBy), by: [.text(", ")])]
    }
    let arguments = [.sequence(inside)] + (try layouts(places))
    var parts: [Layout] = []
    for piece in Template.pieces(of: spelling.template) {
      switch piece {
      case .text(let words): parts.append(.text(words))
      case .argument, .arguments:
        let list = Layout.joined(arguments, by: [.text(","), .line])
        parts += [.nested(.sequence([.softLine, list])), .softLine]
      }
    }
    let bare = Layout.group(.sequence(parts))
    guard let filter = call.filter else { return bare }
    return .sequence([
      bare, .text(" FILTER "), .bracketed("(", [try condition("WHERE", filter)], ")"),
    ])
  }

  /// The same aggregate with the filter inside: rows that do not pass become NULL.
  private static func unfiltered(_ call: AggregateCall, _ filter: SQLExpression) -> AggregateCall {
    var arguments = call.arguments.isEmpty ? [.literal(.integer(1))] : call.arguments
    arguments[0] = .choice([When(filter, then: arguments[0])], otherwise: nil)
    return AggregateCall(
      call.function, arguments, isDistinct: call.isDistinct, orderBy: call.orderBy)
  }

  private mutating func window(_ call: WindowCall) throws(RenderError) -> Layout {
    let function: Layout
    switch call.function {
    case .rowNumber: function = .text("ROW_NUMBER()")
    case .rank: function = .text("RANK()")
    case .lag(let x): function = .bracketed("LAG(", [try layout(x)], ")")
    case .lead(let x, let count, let otherwise):
      function = .bracketed("LEAD(", try layouts([x, .integer(count), otherwise]), ")")
    case .aggregate(let inner): function = try aggregate(inner)
    }
    var clauses: [Layout] = []
    if !call.partitionBy.isEmpty {
      clauses.append(
        .group(
          .sequence([
            .text("PARTITION BY "),
            .nested(.joined(try layouts(call.partitionBy), by: [.text(","), .line])),
          ])))
    }
    if !call.orderBy.isEmpty {
      clauses.append(
        .group(
          .sequence([
            .text("ORDER BY "),
            .nested(.joined(try layouts(call.orderBy), by: [.text(","), .line])),
          ])))
    }
    return .sequence([
      function, .text(" OVER "), .bracketed("(", clauses, ")", separator: [.line]),
    ])
  }
}

extension Infix {
  var precedence: Precedence {
    switch self {
    case .plus, .minus: .sum
    case .times, .divided: .product
    case .concatenated: .concatenation
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isSame, .isDifferent:
      .comparison
    }
  }

  /// Operators group to the left, so an equal one on the left needs no parentheses; a comparison does.
  var leftPlace: Precedence { precedence == .comparison ? .concatenation : precedence }
}
