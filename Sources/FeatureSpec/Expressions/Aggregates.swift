/// How many rows.
public func count<Shape>(_ rows: Rows<Shape>) -> Aggregate {
  Aggregate(.aggregate(Aggregation(.count, rows: rows.declaration.reading)))
}

/// How many rows in which `value` is not NULL.
public func count(_ value: Scalar) -> Aggregate { aggregate(.count, value) }

/// How many rows in which the condition is true: `COUNTIF`.
public func countIf<Shape>(_ rows: Rows<Shape>, _ condition: (Rows<Shape>) -> Scalar) -> Aggregate {
  Aggregate(
    .aggregate(
      Aggregation(.count, rows: rows.declaration.reading, filter: condition(rows).expression)))
}

public func countDistinct(_ value: Scalar) -> Aggregate { aggregate(.countDistinct, value) }

/// Exact: `value` is an integer, a decimal, or `rounded` to a scale. NULLs are left out.
public func sum(_ value: Scalar) -> Aggregate { aggregate(.sum, value) }

/// Exact sum over count, one division; NULLs are left out, no values give NULL.
public func mean(_ value: Scalar) -> Aggregate { aggregate(.mean, value) }

/// Sample standard deviation (n − 1); fewer than two values give NULL.
public func deviation(_ value: Scalar) -> Aggregate { aggregate(.sampleDeviation, value) }

/// Population standard deviation (n).
public func populationDeviation(_ value: Scalar) -> Aggregate {
  aggregate(.populationDeviation, value)
}

public func smallest(_ value: Scalar) -> Aggregate { aggregate(.smallest, value) }
public func largest(_ value: Scalar) -> Aggregate { aggregate(.largest, value) }
public func median(_ value: Scalar) -> Aggregate { aggregate(.median, value) }

/// The value in the newest row, NULL included; `number: 2` is the row before it.
public func newest(_ value: Scalar, number: Int = 1) -> Aggregate {
  aggregate(.newest(number), value)
}

/// The value in the oldest row, NULL included.
public func oldest(_ value: Scalar) -> Aggregate { aggregate(.oldest, value) }

/// True in any row; NULL with no rows.
public func anyRow(_ condition: Scalar) -> Aggregate { aggregate(.anyTrue, condition) }

/// True in every row; NULL with no rows.
public func everyRow(_ condition: Scalar) -> Aggregate { aggregate(.allTrue, condition) }

/// Rows from the newest backwards in which the condition holds, until one in which it does not; rows
/// where it is NULL neither count nor break.
public func streak(_ condition: Scalar) -> Aggregate { aggregate(.streak, condition) }

/// Rows from the newest backwards in which `value` is above a value of the entity, until one in which it
/// is below; equal ones neither count nor break. 0 where the entity's value is NULL.
///
/// ```swift
/// streak(of: games.points, above: line.pointsLine)
/// ```
public func streak(of value: Scalar, above limit: Aggregate) -> Aggregate {
  measured(.streakAbove, value, against: limit)
}

/// The same of rows below the entity's value, until one is above.
public func streak(of value: Scalar, below limit: Aggregate) -> Aggregate {
  measured(.streakBelow, value, against: limit)
}

/// The value in the entity's previous row; NULL in the first.
public func previous(_ value: Scalar) -> Scalar { Scalar(.previous(value.expression)) }

private func aggregate(_ function: AggregateFunction, _ value: Scalar) -> Aggregate {
  Aggregate(.aggregate(aggregation(function, value)))
}

private func measured(
  _ function: AggregateFunction, _ value: Scalar, against limit: Aggregate
) -> Aggregate {
  Aggregate(.measured(aggregation(function, value), against: limit.expression))
}

private func aggregation(_ function: AggregateFunction, _ value: Scalar) -> Aggregation {
  var alias = ""
  value.expression.walk { node in
    if alias.isEmpty, case .column(let rows, _) = node { alias = rows }
  }
  return Aggregation(function, rows: alias, argument: value.expression)
}

extension Aggregate {
  /// Gives a window to every aggregate that has none yet.
  public func over(_ window: Window) -> Aggregate {
    changingAggregations { old in
      old.window == nil
        ? Aggregation(
          old.function, rows: old.rows, argument: old.argument, filter: old.filter,
          window: window) : old
    }
  }

  /// Leaves out rows inside the window: they still count towards "the newest n rows".
  public func only(_ condition: Scalar) -> Aggregate {
    changingAggregations { old in
      let filter = old.filter.map { Expression.all([$0, condition.expression]) }
      return Aggregation(
        old.function, rows: old.rows, argument: old.argument,
        filter: filter ?? condition.expression, window: old.window)
    }
  }

  private func changingAggregations(_ change: (Aggregation) -> Aggregation) -> Aggregate {
    Aggregate(
      expression.mapped { node in
        switch node {
        case .aggregate(let aggregation):
          return .aggregate(change(aggregation))
        case .measured(let aggregation, let limit):
          return .measured(change(aggregation), against: limit)
        case .league(let league):
          return .league(
            LeagueAverage(
              rows: league.rows,
              value: Aggregate(league.value).changingAggregations(change).expression,
              qualifying: Aggregate(league.qualifying).changingAggregations(change).expression,
              atLeast: league.atLeast, fallback: league.fallback))
        default:
          return node
        }
      })
  }
}

/// The unweighted mean of a value over all entities of a history on D, each as of D; below `atLeast`
/// qualifying entities the fallback constant.
public func leagueMean<Shape>(
  of value: Aggregate, over rows: Rows<Shape>, qualifying: Aggregate, atLeast: Int,
  otherwise fallback: Double
) -> Aggregate {
  Aggregate(
    .league(
      LeagueAverage(
        rows: rows.declaration.reading, value: value.expression, qualifying: qualifying.expression,
        atLeast: atLeast, fallback: fallback)))
}
