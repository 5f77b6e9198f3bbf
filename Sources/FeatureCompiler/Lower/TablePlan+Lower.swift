import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension TablePlan {
  init(_ table: TableDeclaration) {
    let identity = table.shape.identity
    self.init(
      name: table.name, columns: table.shape.columns.map { ColumnPlan($0) },
      key: identity.key.map(\.name), day: identity.day?.name, freshness: identity.freshness?.name,
      rowHash: identity.rowHash?.name)
  }
}

extension ColumnPlan {
  init(_ column: Column) {
    self.init(
      name: column.name, type: column.type, unit: column.unit, isNullable: column.isNullable,
      role: column.isMetadata ? .metadata : .business,
      range: column.range.map { ValueRange($0.lowerBound, $0.upperBound) },
      vocabulary: column.vocabulary, elements: column.elements?.map { ColumnPlan($0) },
      element: column.element)
  }
}
