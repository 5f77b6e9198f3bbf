import FeatureAlgebra
import FeaturePlan

extension TableDifference {
  /// The statement that mends a widening difference; nil where it would narrow or lose something.
  ///
  ///     ALTER TABLE "nba_precompute"."player_form" ADD COLUMN "points_mean_last_20" DECIMAL(5, 1)
  func widening(of tables: [TablePlan]) -> Command? {
    guard isWidening else { return nil }
    switch kind {
    case .missingTable: return tables.first { $0.name == table }.map(TableDefinition.create)
    case .missingColumn(let column): return .addColumn(table, TableDefinition.definition(column))
    case .type(let declared, _): return .changeType(table, column: declared.name, declared.type)
    case .nullability(let declared): return .allowNull(table, column: declared.name)
    case .extraColumn: return nil
    }
  }
}
