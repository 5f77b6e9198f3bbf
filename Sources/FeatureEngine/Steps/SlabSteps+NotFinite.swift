internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

extension SlabSteps {
  /// Rows staged by SQL whose doubles are no finite numbers: each fails alone, in the words of the
  /// kernels, which never let one out.
  func failWhatIsNotFinite() throws(EngineError) {
    var cases: [String] = []
    var conditions: [String] = []
    var values: [String: SQLValue] = [
      "category": .text(FailureCategory.calculationError.rawValue)
    ]
    for output in work.plan.output where output.origin == .feature {
      let name = identifier(output.column.name)
      let condition: String
      switch output.column.type {
      case .double: condition = "NOT ISFINITE(\(name))"
      case .doubleList: condition = "LEN(LIST_FILTER(\(name), LAMBDA x: NOT ISFINITE(x))) > 0"
      case .integer, .integer32, .decimal, .text, .boolean, .day, .timestamp, .textList: continue
      }
      let error = EvaluationError(.notFinite, feature: output.column.name, row: 0)
      let parameter = "reason_\(cases.count)"
      values[parameter] = .text(error.reason)
      cases.append("WHEN \(condition) THEN $\(parameter)")
      conditions.append(condition)
    }
    guard !cases.isEmpty else { return }
    let sql = """
      UPDATE \(identifier(write.staged))
      SET failure_category = $category, failure_reason = CASE \(cases.joined(separator: " ")) END,
        failure_can_retry = FALSE
      WHERE failure_category IS NULL AND (\(conditions.joined(separator: " OR ")))
      """
    try doing("check the computed numbers") { () throws(DuckDBError) in
      _ = try connection.execute(sql, Parameters(values))
    }
  }
}
