/// One node of a tree over other children: everything that rewrites statements goes through these.
extension SQLExpression {
  /// The same node over other operands and other queries.
  func map(
    _ operand: (SQLExpression) -> SQLExpression, query: (Query) -> Query
  ) -> SQLExpression {
    func aggregate(_ call: AggregateCall) -> AggregateCall {
      AggregateCall(
        call.function, call.arguments.map(operand), isDistinct: call.isDistinct,
        orderBy: call.orderBy.map { $0.map(operand) }, filter: call.filter.map(operand))
    }
    func branches(_ branches: [When]) -> [When] {
      branches.map { When(operand($0.condition), then: operand($0.value)) }
    }
    switch self {
    case .column, .everything, .parameter, .literal, .null: return self
    case .negated(let x): return .negated(operand(x))
    case .infix(let infix, let a, let b): return .infix(infix, operand(a), operand(b))
    case .all(let parts): return .all(parts.map(operand))
    case .any(let parts): return .any(parts.map(operand))
    case .not(let x): return .not(operand(x))
    case .isNull(let x): return .isNull(operand(x))
    case .isNotNull(let x): return .isNotNull(operand(x))
    case .isIn(let x, let choices): return .isIn(operand(x), choices.map(operand))
    case .between(let x, let low, let high):
      return .between(operand(x), operand(low), operand(high))
    case .cast(let x, let type): return .cast(operand(x), type)
    case .choice(let whens, let otherwise):
      return .choice(branches(whens), otherwise: otherwise.map(operand))
    case .match(let x, let whens): return .match(operand(x), branches(whens))
    case .call(let function, let arguments): return .call(function, arguments.map(operand))
    case .aggregate(let call): return .aggregate(aggregate(call))
    case .window(let call):
      let function: WindowCall.Function
      switch call.function {
      case .rowNumber, .rank: function = call.function
      case .lag(let x): function = .lag(operand(x))
      case .lead(let x, let by, let otherwise):
        function = .lead(operand(x), by: by, otherwise: operand(otherwise))
      case .aggregate(let call): function = .aggregate(aggregate(call))
      }
      return .window(
        WindowCall(
          function, partitionBy: call.partitionBy.map(operand),
          orderBy: call.orderBy.map { $0.map(operand) }))
    case .subquery(let inner): return .subquery(query(inner))
    case .exists(let inner): return .exists(query(inner))
    }
  }
}

extension SQLExpression {
  /// Visits the operands and queries of this one node.
  func forEach(
    _ operand: (SQLExpression) -> Void, query: (Query) -> Void = { _ in }
  ) {
    _ = map(
      { x in
        operand(x)
        return x
      },
      query: { inner in
        query(inner)
        return inner
      })
  }
}

extension OrderTerm {
  func map(_ operand: (SQLExpression) -> SQLExpression) -> OrderTerm {
    OrderTerm(operand(value), descending: descending, nullsFirst: nullsFirst)
  }
}

extension Select {
  /// The same select over other relations and expressions: first those of `FROM`, then the others.
  func map(
    _ relation: (Relation) -> Relation, _ expression: (SQLExpression) -> SQLExpression
  ) -> Select {
    var copy = self
    copy.from = from.map(relation)
    copy.joins = joins.map { Join($0.kind, relation($0.relation), on: $0.on.map(expression)) }
    copy.columns = columns.map { SelectColumn(expression($0.value), as: $0.name) }
    copy.filter = filter.map(expression)
    copy.groupBy = groupBy.map(expression)
    copy.having = having.map(expression)
    copy.qualify = qualify.map(expression)
    return copy
  }

  /// Visits every expression that stands in the select itself.
  func forEach(_ expression: (SQLExpression) -> Void) {
    _ = map(
      { $0 },
      { x in
        expression(x)
        return x
      })
  }

  /// What stands after `FROM` and `JOIN`, in order.
  var relations: [Relation] { [from].compactMap { $0 } + joins.map(\.relation) }
}

extension Query {
  /// The same query over other selects, common tables first.
  func map(
    _ select: (Select) -> Select, _ expression: (SQLExpression) -> SQLExpression
  ) -> Query {
    let tables = with.map {
      CommonTable($0.name, note: $0.note, $0.query.map(select, expression))
    }
    let body: Query.Body
    switch self.body {
    case .select(let own): body = .select(select(own))
    case .unionAll(let queries): body = .unionAll(queries.map { $0.map(select, expression) })
    }
    return Query(with: tables, body, orderBy: orderBy.map { $0.map(expression) })
  }

  /// The selects that make the rows: one, or those of a union.
  var branches: [Select] {
    switch body {
    case .select(let select): [select]
    case .unionAll(let queries): queries.flatMap(\.branches)
    }
  }

  /// The same query with each of its `branches` replaced.
  func mapBranches(_ select: (Select) -> Select) -> Query { map(select, { $0 }) }
}
