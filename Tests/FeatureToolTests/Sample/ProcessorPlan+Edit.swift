import FeatureAlgebra
import FeaturePlan

extension ProcessorPlan {
  /// A copy with other parts.
  func with(
    days: DaysPlan? = nil, population: PopulationPlan? = nil, lookups: [LookupPlan]? = nil,
    histories: [HistoryPlan]? = nil, completeness: CompletenessPlan? = nil,
    features: [FeaturePlan]? = nil, output: [OutputColumn]? = nil,
    failures: [FailureRule]? = nil, contracts: [ContractPlan]? = nil,
    dependencies: [DependencyPlan]? = nil, inputs: [InputScope]? = nil, write: WritePlan? = nil,
    table: TablePlan? = nil, fingerprint: String = "other"
  ) -> ProcessorPlan {
    ProcessorPlan(
      name: name, table: table ?? self.table, days: days ?? self.days,
      population: population ?? self.population, lookups: lookups ?? self.lookups,
      summaries: summaries, histories: histories ?? self.histories,
      completeness: completeness ?? self.completeness, features: features ?? self.features,
      output: output ?? self.output, failures: failures ?? self.failures,
      contracts: contracts ?? self.contracts, dependencies: dependencies ?? self.dependencies,
      inputs: inputs ?? self.inputs, write: write ?? self.write, slots: slots,
      fingerprint: fingerprint)
  }
}

extension FeaturePlan {
  /// A copy with another formula, type or unit, and so another fingerprint.
  func with(
    _ expression: Expression? = nil, type: ColumnType? = nil, unit: Unit? = nil,
    isStored: Bool = true
  ) -> FeaturePlan {
    FeaturePlan(
      name: name, expression: expression ?? self.expression, type: type ?? self.type,
      unit: unit ?? self.unit, isStored: isStored, fingerprint: "other")
  }
}
