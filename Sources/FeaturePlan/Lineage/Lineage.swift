import FeatureAlgebra

/// From which raw columns each stored column of a plan follows, through every processor between.
///
/// Only values are followed: the columns in a feature's formula. What decides which rows count (filters,
/// matches, days) is said once per input.
package struct Lineage: Sendable {
  /// Raw columns by computed column.
  private var raw: [TableColumn: Set<TableColumn>] = [:]
  private var direct: [String: [String: Set<TableColumn>]] = [:]

  package init(of plan: Plan) {
    let computed = Set(plan.processors.map(\.table.name))
    for processor in plan.processors {
      let rows = processor.rowsRead
      var own: [String: Set<TableColumn>] = [:]
      for feature in processor.features {
        var found = Set(
          feature.expression.allColumnReferences.flatMap { reference in
            rows[reference.rows]?.tableColumns(of: reference.name) ?? []
          })
        for name in feature.expression.featureNames { found.formUnion(own[name] ?? []) }
        own[feature.name] = found
        raw[TableColumn(processor.table.name, feature.name)] = found.reduce(into: []) {
          $0.formUnion(computed.contains($1.table) ? raw[$1] ?? [] : [$1])
        }
      }
      direct[processor.name] = own
    }
  }

  /// The columns of the processor's own inputs from which a feature follows, sorted.
  package func inputColumns(of feature: String, in processor: ProcessorPlan) -> [TableColumn] {
    (direct[processor.name]?[feature] ?? []).sorted()
  }

  /// The raw columns from which a feature follows, sorted.
  package func rawColumns(of feature: String, in processor: ProcessorPlan) -> [TableColumn] {
    (raw[TableColumn(processor.table.name, feature)] ?? []).sorted()
  }
}
