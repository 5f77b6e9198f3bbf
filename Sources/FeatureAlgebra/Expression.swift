/// The one expression tree: what a feature computes, read by the SQL printer and by the kernels.
///
/// NULL in, NULL out, except where a case says otherwise. `docs/semantics.md` states the contract
/// that both readers keep; both switch over the cases without `default`.
///
/// An expression lives on one of two levels. *Row* level reads the columns of one input row, inside an
/// aggregate. *Entity* level reads aggregates, lookups, the population's columns and other features;
/// there is one value per entity and as-of day.
public indirect enum Expression: Hashable, Sendable, Codable {
  /// `42`, `'paint'`, `NULL`
  case literal(Literal)
  /// `"games"."points"`: a column of the rows read under an alias.
  case column(rows: String, name: String)
  /// `"paint_rate_last_10"`: another output column of the same processor, as stored (rounded).
  case feature(String)
  /// `$as_of`: the day D.
  case asOfDay
  /// The opening day of D's season; NULL where the calendar does not know it.
  case seasonOpening
  /// `SUM("points") FILTER (…)` over a window of a history, or over the same day's rows.
  case aggregate(Aggregation)
  /// An aggregate that compares each row with a value of the entity: a streak above today's line.
  case measured(Aggregation, against: Expression)
  /// The mean over all entities of an aggregate expression on D, or the fallback.
  case league(LeagueAverage)
  /// How many expected games a completeness window holds, or how many of them are there. Never NULL.
  case coverage(CoverageMeasure, window: String)
  /// Row level: the value in the entity's previous row of the same rows; NULL in its first.
  case previous(Expression)

  /// `-x`
  case negated(Expression)
  /// `ABS(x)`
  case absolute(Expression)
  /// `SQRT(x)`; NULL below 0.
  case squareRoot(Expression)
  /// `FLOOR(x)`, a double.
  case floor(Expression)
  /// `a + b`, `a - b`, `a * b`. Two integers stay 64-bit integers; anything else is a double.
  case arithmetic(Arithmetic, Expression, Expression)
  /// `CAST(a AS DOUBLE) / NULLIF(b, 0)`: NULL where b is 0.
  case ratio(Expression, Expression)
  /// Half away from zero at `scale` decimals: `ROUND(x, scale)` on doubles.
  case rounded(Expression, scale: Int)
  /// x, but not below `low` nor above `high`; NULL x stays NULL.
  case clamped(Expression, low: Expression, high: Expression)

  /// `a = b`, `a < b`; NULL where either side is.
  case comparison(Comparison, Expression, Expression)
  /// `a AND b AND …`, three-valued as in SQL.
  case all([Expression])
  /// `a OR b OR …`, three-valued as in SQL.
  case any([Expression])
  /// `NOT a`
  case not(Expression)
  /// `x IS NULL`; never NULL.
  case isNull(Expression)
  /// `x IN ('a', 'b')`; NULL where x is.
  case isIn(Expression, [Literal])

  /// `CASE WHEN … THEN … ELSE … END`: the first branch whose condition is true.
  case choice([Branch], otherwise: Expression)
  /// `COALESCE(a, b, …)`: the first that is not NULL.
  case firstPresent([Expression])
  /// The label of the smallest or largest value; NULL values stand out, ties go to the earlier label.
  case labelOfExtreme(Extreme, [Labelled])

  /// `b - a` in whole days, of two days.
  case days(from: Expression, to: Expression)
  /// Whole years between two days: birthdays since `from`. That of 29 February is 1 March in other years.
  case wholeYears(from: Expression, to: Expression)
  /// `day + n` with n whole days.
  case dayPlus(Expression, Int)
  /// `CAST(x AS DATE)` of a timestamp (UTC).
  case dayOf(Expression)
  /// Year of a day when its month is `firstMonth` or later, else the year before.
  case seasonYear(Expression, firstMonth: Int)

  /// `MM:SS` text as minutes; NULL for text of any other form.
  case clockMinutes(Expression)
  /// `LOWER(x)`
  case lowercased(Expression)
  /// The non-NULL texts joined by a separator; NULL when all are NULL.
  case joined([Expression], separator: String)
  /// `x || y || …`: NULL where any part is.
  case concatenated([Expression])
  /// `CAST(x AS …)` between numbers, and of integers, decimals, days and booleans to text.
  case cast(Expression, ColumnType)
  /// `[a, b, c]`, elements may be NULL.
  case list([Expression])
  /// `[a, b, c]` without the NULLs; an empty list where all are NULL.
  case listOfPresent([Expression])

  /// `base + CASE … END + …`: what a tree model says of named values, a double that is never NULL. The
  /// labels are the model's features in its order; NULL is a missing value.
  case prediction(TreeModel, [Labelled])

  /// A result of a hand kernel, with its inputs: values of the entity, then `everyValue` of columns of
  /// one history and window. No SQL says it.
  case kernel(KernelCall, [Expression])
}

/// `+`, `-`, `*`
public enum Arithmetic: String, Hashable, Sendable, Codable { case plus, minus, times }

/// `=`, `<>`, `<`, `<=`, `>`, `>=`
public enum Comparison: String, Hashable, Sendable, Codable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// Smallest or largest.
public enum Extreme: String, Hashable, Sendable, Codable { case smallest, largest }

/// `WHEN condition THEN value`
public struct Branch: Hashable, Sendable, Codable {
  public let condition: Expression
  public let value: Expression
  public init(when condition: Expression, then value: Expression) {
    self.condition = condition
    self.value = value
  }
}

/// A value with the label that stands for it.
public struct Labelled: Hashable, Sendable, Codable {
  public let label: String
  public let value: Expression
  public init(_ label: String, _ value: Expression) {
    self.label = label
    self.value = value
  }
}

/// What a completeness window counts.
public enum CoverageMeasure: String, Hashable, Sendable, Codable {
  /// Games that should be there.
  case expected
  /// Distinct expected games that are there; never more than expected.
  case actual
}
