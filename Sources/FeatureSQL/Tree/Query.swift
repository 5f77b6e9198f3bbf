import FeatureAlgebra

/// `WITH … SELECT … ORDER BY …`
struct Query: Hashable, Sendable {
  indirect enum Body: Hashable, Sendable {
    case select(Select)
    /// `SELECT … UNION ALL SELECT …`
    case unionAll([Query])
  }
  var with: [CommonTable]
  var body: Body
  var orderBy: [OrderTerm]

  init(with: [CommonTable] = [], _ body: Body, orderBy: [OrderTerm] = []) {
    self.with = with
    self.body = body
    self.orderBy = orderBy
  }

  init(with: [CommonTable] = [], _ select: Select, orderBy: [OrderTerm] = []) {
    self.init(with: with, .select(select), orderBy: orderBy)
  }
}

/// `"games" AS (SELECT …)`, with a line of prose above it.
struct CommonTable: Hashable, Sendable {
  let name: String
  /// One sentence, printed as a comment.
  let note: String?
  let query: Query

  init(_ name: String, note: String? = nil, _ query: Query) {
    self.name = name
    self.note = note
    self.query = query
  }

  init(_ name: String, note: String? = nil, _ select: Select) {
    self.init(name, note: note, Query(select))
  }
}

/// One `SELECT` without `WITH` and `ORDER BY`.
struct Select: Hashable, Sendable {
  var isDistinct = false
  var columns: [SelectColumn]
  var from: Relation?
  var joins: [Join] = []
  var filter: SQLExpression?
  var groupBy: [SQLExpression] = []
  var having: SQLExpression?
  /// A condition on window functions.
  var qualify: SQLExpression?

  init(
    distinct: Bool = false, _ columns: [SelectColumn], from: Relation? = nil, joins: [Join] = [],
    where filter: SQLExpression? = nil, groupBy: [SQLExpression] = [],
    having: SQLExpression? = nil, qualify: SQLExpression? = nil
  ) {
    self.isDistinct = distinct
    self.columns = columns
    self.from = from
    self.joins = joins
    self.filter = filter
    self.groupBy = groupBy
    self.having = having
    self.qualify = qualify
  }
}

/// `SUM("points") AS "points"`; the name is left out where it says nothing new.
struct SelectColumn: Hashable, Sendable {
  let value: SQLExpression
  let name: String?

  init(_ value: SQLExpression, as name: String? = nil) {
    self.value = value
    self.name = name
  }

  /// `"points"`, `"games"."points"`
  static func column(_ name: String, of table: String? = nil) -> SelectColumn {
    SelectColumn(.column(name, of: table), as: name)
  }
}

/// What stands after `FROM` or `JOIN`.
indirect enum Relation: Hashable, Sendable {
  /// `"dataset"."table" AS "alias"`
  case table(TableName, alias: String? = nil)
  /// A common table or another name without a dataset.
  case common(String, alias: String? = nil)
  /// `(SELECT …) AS "alias"`
  case query(Query, alias: String)
  /// `UNNEST("broken"."contracts") AS "named"("contract")`: a row per element of a list.
  case elements(of: SQLExpression, alias: String, column: String)
  /// `(VALUES ('form', 1), ('rest', 2)) AS "places"("name", "place")`
  case values([[SQLExpression]], alias: String, columns: [String])
}

/// `LEFT JOIN "games" ON …`
struct Join: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable {
    case inner = "JOIN"
    case left = "LEFT JOIN"
    case full = "FULL JOIN"
    case cross = "CROSS JOIN"
  }
  let kind: Kind
  let relation: Relation
  let on: SQLExpression?

  init(_ kind: Kind, _ relation: Relation, on: SQLExpression? = nil) {
    self.kind = kind
    self.relation = relation
    self.on = on
  }
}
