import FeatureAlgebra

/// A SQL expression as a value. Shapes build it without knowing a dialect; `Print/` alone spells it.
indirect enum SQLExpression: Hashable, Sendable {
  /// `"points"`, `"games"."points"`
  case column(String, of: String? = nil)
  /// `*`, `"games".*`
  case everything(of: String? = nil)
  /// `$from`
  case parameter(String)
  /// `42`, `0.44e0`, `'paint'`, `TRUE`, `DATE '2023-04-09'`, `CAST(NULL AS DOUBLE)`
  case literal(Literal)
  /// `NULL`, where the context gives the type.
  case null
  /// `-x`
  case negated(SQLExpression)
  /// `a + b`
  case infix(Infix, SQLExpression, SQLExpression)
  /// `a AND b AND c`; TRUE when empty.
  case all([SQLExpression])
  /// `a OR b OR c`; FALSE when empty.
  case any([SQLExpression])
  /// `NOT a`
  case not(SQLExpression)
  /// `x IS NULL`
  case isNull(SQLExpression)
  /// `x IS NOT NULL`
  case isNotNull(SQLExpression)
  /// `x IN (1, 2)`
  case isIn(SQLExpression, [SQLExpression])
  /// `x BETWEEN low AND high`, both edges inside.
  case between(SQLExpression, SQLExpression, SQLExpression)
  /// `CAST(x AS DOUBLE)`
  case cast(SQLExpression, SQLType)
  /// `CASE WHEN a THEN b ELSE c END`
  case choice([When], otherwise: SQLExpression?)
  /// `CASE x WHEN a THEN b END`, NULL where nothing is equal.
  case match(SQLExpression, [When])
  /// A function whose spelling differs between engines.
  case call(SQLFunction, [SQLExpression])
  /// `SUM("points") FILTER (WHERE …)`
  case aggregate(AggregateCall)
  /// `ROW_NUMBER() OVER (PARTITION BY … ORDER BY …)`
  case window(WindowCall)
  /// `(SELECT …)`, one value.
  case subquery(Query)
  /// `EXISTS (SELECT …)`
  case exists(Query)
}

/// Operators between two operands.
enum Infix: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  /// On doubles only: integer division differs between engines.
  case divided = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// NULL equals NULL.
  case isSame = "IS NOT DISTINCT FROM"
  case isDifferent = "IS DISTINCT FROM"
  case concatenated = "||"
}

/// `WHEN condition THEN value`
struct When: Hashable, Sendable {
  let condition: SQLExpression
  let value: SQLExpression
  init(_ condition: SQLExpression, then value: SQLExpression) {
    self.condition = condition
    self.value = value
  }
}

/// A type in a cast: that of a column, or one that only computations have.
enum SQLType: Hashable, Sendable {
  case column(ColumnType)
  /// A signed integer of 128 bits or 38 digits: `HUGEINT`.
  case wideInteger
  /// A floating-point number of 32 bits: `REAL`.
  case single

  static let integer = SQLType.column(.integer)
  static let double = SQLType.column(.double)
  static let text = SQLType.column(.text)
  static let day = SQLType.column(.day)
}

/// `COUNT(DISTINCT x) FILTER (WHERE …)`
struct AggregateCall: Hashable, Sendable {
  let function: SQLAggregate
  /// Empty for `COUNT(*)`.
  let arguments: [SQLExpression]
  let isDistinct: Bool
  /// Inside the call, for aggregates that depend on order.
  let orderBy: [OrderTerm]
  let filter: SQLExpression?

  init(
    _ function: SQLAggregate, _ arguments: [SQLExpression] = [], isDistinct: Bool = false,
    orderBy: [OrderTerm] = [], filter: SQLExpression? = nil
  ) {
    self.function = function
    self.arguments = arguments
    self.isDistinct = isDistinct
    self.orderBy = orderBy
    self.filter = filter
  }
}

/// `LAG(x) OVER (PARTITION BY … ORDER BY …)`
struct WindowCall: Hashable, Sendable {
  enum Function: Hashable, Sendable {
    case rowNumber
    case rank
    /// The value in the row before, in the order of the window.
    case lag(SQLExpression)
    /// The value so many rows after, or another where there are not so many.
    case lead(SQLExpression, by: Int, otherwise: SQLExpression)
    case aggregate(AggregateCall)
  }
  let function: Function
  let partitionBy: [SQLExpression]
  let orderBy: [OrderTerm]

  init(_ function: Function, partitionBy: [SQLExpression] = [], orderBy: [OrderTerm] = []) {
    self.function = function
    self.partitionBy = partitionBy
    self.orderBy = orderBy
  }
}

/// `"day" DESC`; NULLs come last in both directions unless said otherwise.
struct OrderTerm: Hashable, Sendable {
  let value: SQLExpression
  let descending: Bool
  let nullsFirst: Bool
  init(_ value: SQLExpression, descending: Bool = false, nullsFirst: Bool = false) {
    self.value = value
    self.descending = descending
    self.nullsFirst = nullsFirst
  }

  /// The other way round: what came last comes first.
  var reversed: OrderTerm {
    OrderTerm(value, descending: !descending, nullsFirst: !nullsFirst)
  }
}
