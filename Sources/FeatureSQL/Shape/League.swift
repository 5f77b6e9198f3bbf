import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// One row per as-of day: the unweighted means over entities, or their fallbacks.
  func addLeague(
    _ leagues: [LeagueAverage], _ alias: String, windows: String, _ keys: [SQLExpression]
  ) throws(RenderError) {
    let name = names.take("\(alias)_league")
    let asOf = SQLExpression.column(helper.asOf)
    let shape = ExpressionShape(
      types: types,
      leaves: Leaves { [self] leaf in
        switch leaf {
        case .aggregate(let aggregation): .column(slotName(.aggregation(aggregation)))
        case .column(let reference): reference.rows == alias ? .column(reference.name) : nil
        case .asOfDay: asOf
        case .feature, .measured, .league, .coverage, .previous, .seasonOpening: nil
        }
      })
    var columns = [SelectColumn(asOf, as: helper.asOf)]
    var leaves: [Leaf: SQLExpression] = [:]
    for league in leagues {
      let value = try shape.shape(league.value).asDouble
      let filter: SQLExpression? =
        league.qualifying == .literal(.boolean(true))
        ? nil : try shape.shape(league.qualifying).sql
      let count = SQLExpression.aggregate(AggregateCall(.count, [value], filter: filter))
      let sum = SQLExpression.aggregate(
        AggregateCall(.sum, [value], orderBy: keys.map { OrderTerm($0) }, filter: filter))
      let enough = SQLExpression.infix(.greaterOrEqual, count, .integer(league.atLeast))
      let fallback = SQLExpression.literal(.double(league.fallback))
      let slot = slotName(.league(league))
      columns.append(
        SelectColumn(
          .choice([When(enough, then: .infix(.divided, sum, count))], otherwise: fallback),
          as: slot))
      leaves[.league(league)] = .coalesce(.column(slot, of: name), fallback)
    }
    add(
      CommonTable(
        name, note: "Means over all entities, as of the same day.",
        Select(columns, from: .common(windows), groupBy: [asOf])))
    attach(Attachment(table: name, asOf: helper.asOf, keys: [], leaves: leaves))
  }
}
