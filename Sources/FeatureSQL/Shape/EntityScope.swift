import FeatureAlgebra
import FeaturePlan

/// A table with one row, or none, for each row of the population.
struct Attachment {
  /// How it is found: `table.column = entity`.
  struct Key {
    let column: String
    let kind: Shaped.Kind
    /// Entity level.
    let entity: Expression
    /// NULL finds NULL: where both sides were computed from the population.
    let isNullSafe: Bool
  }
  /// From the day after `day` to `until`, at most so many days after `day`.
  struct Span {
    let day: String
    let until: String
    let maximumAge: Int
  }
  let table: String
  /// Its as-of day; nil where the row is the same on every day.
  let asOf: String?
  let keys: [Key]
  /// What it knows, as columns of the table.
  let leaves: [Leaf: SQLExpression]
  /// The as-of days that see the row, where it is not one: `day < D AND D <= until`.
  var span: Span?
  /// For a lookup: the alias, and the column that counts the rows found.
  var matches: (alias: String, column: String)?
}

/// Entity-level expressions over the population, and the joins they turn out to need.
final class EntityScope {
  private let shape: ProcessorShape
  private var used: Set<Int> = []

  init(_ shape: ProcessorShape) { self.shape = shape }

  var expressions: ExpressionShape {
    ExpressionShape(types: shape.types, leaves: Leaves { [self] in find($0) })
  }

  private func find(_ leaf: Leaf) -> SQLExpression? {
    if let sql = shape.populationLeaves[leaf] { return sql }
    guard let index = shape.attachments.firstIndex(where: { $0.leaves[leaf] != nil }) else {
      return nil
    }
    used.insert(index)
    return shape.attachments[index].leaves[leaf]
  }

  /// Joins the table whatever the expressions read.
  func require(_ table: String) {
    if let index = shape.attachments.firstIndex(where: { $0.table == table }) {
      used.insert(index)
    }
  }

  /// The population with a left join for each table that was read so far.
  func joins() throws(RenderError) -> [Join] {
    // A key may read an earlier attachment, so the last come first.
    var conditions: [Int: SQLExpression] = [:]
    for index in shape.attachments.indices.reversed() where used.contains(index) {
      conditions[index] = try condition(shape.attachments[index])
    }
    return conditions.keys.sorted().map {
      Join(.left, .common(shape.attachments[$0].table), on: conditions[$0])
    }
  }

  private func condition(_ attachment: Attachment) throws(RenderError) -> SQLExpression {
    var conditions: [SQLExpression] = []
    if let asOf = attachment.asOf {
      conditions.append(
        .equal(
          .column(asOf, of: attachment.table),
          .column(shape.helper.asOf, of: shape.populationName)))
    }
    for key in attachment.keys {
      let entity = try expressions.shape(key.entity)
      let column = Shaped(.column(key.column, of: attachment.table), key.kind)
      conditions.append(
        expressions.comparison(key.isNullSafe ? .isSame : .equal, column, entity))
    }
    if let span = attachment.span {
      let asOf = SQLExpression.column(shape.helper.asOf, of: shape.populationName)
      let day = SQLExpression.column(span.day, of: attachment.table)
      let until = SQLExpression.column(span.until, of: attachment.table)
      conditions += [
        .infix(.less, day, asOf),
        .infix(.greaterOrEqual, day, .call(.dayMinus, [asOf, .integer(span.maximumAge)])),
        .infix(.lessOrEqual, asOf, until),
      ]
    }
    return .every(conditions)
  }

  var population: Relation { .common(shape.populationName) }
}
