/// What a gradient-boosted tree model says of values, bound by name.
///
/// ```swift
/// predict(.nbaPoints, from: [("points_avg_last_5", last5), ("points_avg_last_10", last10)])
/// ```
///
/// ```sql
/// CAST(CAST(12.5e0 AS REAL) + "predicted_points.tree_1" + "predicted_points.tree_2" AS DOUBLE)
/// ```
///
/// Names must be those of the model's features, all of them and in its order; anything else is a
/// finding, and so is a model that could not be read.
///
/// - Shape: one number per entity and as-of day, never NULL: a NULL value is a missing one, which each
///   tree sends its own way.
/// - Unit: as declared where it is stored.
/// - Source: XGBoost's own sum, bit for bit; a probability agrees to nine decimals.
public func predict(_ model: TreeModel, from values: [(String, Aggregate)]) -> Aggregate {
  Aggregate(.prediction(model, values.map { Labelled($0.0, $0.1.expression) }))
}
