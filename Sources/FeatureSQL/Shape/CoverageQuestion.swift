import FeatureAlgebra
import FeaturePlan

/// The tables of a question about games: whose are counted, and the days on which they were expected,
/// found and excused.
struct CoverageTables {
  let question: CoverageQuestion
  let expected: CoverageQuestion.Side
  /// Which of the expected days are those of an entity: by the side it is on, or was on that day.
  let isExpected: [SQLExpression]
  let actual: CoverageQuestion.Side
  let excused: CoverageQuestion.Side?

  /// Joins a side's days to the expected ones.
  func met(_ side: CoverageQuestion.Side) -> Join {
    let day = SQLExpression.column(expected.day, of: expected.table)
    return Join(
      .left, .common(side.table),
      on: .every(side.matches + [.equal(.column(side.day, of: side.table), day)]))
  }
}

/// What completeness depends on, per as-of day: each entity-level side of a match is one column.
struct CoverageQuestion {
  let shape: ProcessorShape
  let scope: EntityScope
  let asked: String
  let entities: String
  private(set) var columns: [SelectColumn]
  private(set) var keys: [Attachment.Key] = []
  private var taken: Names

  init(_ shape: ProcessorShape, besides columns: [String]) {
    self.shape = shape
    self.scope = EntityScope(shape)
    self.asked = shape.names.take("coverage_asked")
    self.entities = shape.names.take("coverage_entities")
    let helper = shape.helper
    self.columns = [SelectColumn(.column(helper.asOf, of: shape.populationName), as: helper.asOf)]
    if shape.usesOpening {
      self.columns.append(
        SelectColumn(
          .column(helper.seasonOpening, of: shape.populationName), as: helper.seasonOpening))
    }
    taken = Names(
      columns + [helper.asOf, helper.seasonOpening, helper.isFound])
  }

  /// The distinct days of some rows per key, and how they meet the question.
  struct Side {
    let table: String
    let day: String
    /// The match's columns, then the day.
    let select: Select
    let matches: [SQLExpression]
    /// The entity's side of each match, as columns of `entities`.
    let keys: [Shaped]
    /// The rows' side of each match, as columns of `table`.
    let rows: [Shaped]
  }

  mutating func side(
    _ rows: RowsPlan, _ match: [Match], isExpected: Bool = false, named name: String = "days"
  ) throws(RenderError) -> Side {
    guard let day = rows.day else {
      throw RenderError(.brokenPlan, "rows of completeness have no day", in: rows.alias)
    }
    let table = shape.names.take("\(rows.alias)_\(name)")
    let own = ExpressionShape(types: shape.types, leaves: .row(of: rows.alias))
    var selected: [SelectColumn] = []
    var matches: [SQLExpression] = []
    var (keys, rowKeys): ([Shaped], [Shaped]) = ([], [])
    for term in match {
      let row = try own.shape(term.row)
      var name = "key_\(selected.count + 1)"
      if case .column(_, let plain) = term.row { name = plain }
      selected.append(SelectColumn(row.sql, as: name))
      keys.append(try ask(term.entity, like: name, isExpected))
      rowKeys.append(Shaped(.column(name, of: table), row.kind))
      matches.append(own.comparison(.equal, rowKeys[rowKeys.count - 1], keys[keys.count - 1]))
    }
    selected.append(.column(day))
    // Excused and found days are met by a left join: one row per day and key keeps it from fanning out.
    let select = Select(distinct: true, selected, from: .common(rows.alias))
    return Side(
      table: table, day: day, select: select, matches: matches, keys: keys, rows: rowKeys)
  }

  mutating func ask(
    _ entity: Expression, like name: String, _ isExpected: Bool
  ) throws(RenderError) -> Shaped {
    // Nothing is expected under a NULL key, and nothing found is nothing counted.
    let isNullSafe = !isExpected && !shape.isKnown(entity)
    if let index = keys.firstIndex(where: { $0.entity == entity }) {
      let known = keys[index]
      keys[index] = .init(
        column: known.column, kind: known.kind, entity: entity,
        isNullSafe: known.isNullSafe || isNullSafe)
      return Shaped(.column(known.column, of: entities), known.kind)
    }
    let value = try scope.expressions.shape(entity)
    let column = taken.take(name)
    columns.append(SelectColumn(value.sql, as: column))
    keys.append(
      .init(column: column, kind: value.kind, entity: entity, isNullSafe: isNullSafe))
    return Shaped(.column(column, of: entities), value.kind)
  }
}
