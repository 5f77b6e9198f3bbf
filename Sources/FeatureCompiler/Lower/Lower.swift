import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// Lowers a pipeline in which `Rule.all` found no error.
func lower(_ outline: PipelineOutline) -> Plan {
  let calendar = CalendarPlan(
    rows: RowsPlan(outline.calendar.rows), season: outline.calendar.season,
    scheduled: outline.calendar.scheduled, played: outline.calendar.played)
  var tables: [TableName: TablePlan] = [:]
  for table in outline.tables { tables[table.name] = TablePlan(table) }
  let plans = concurrently(outline.processors) { processor in
    ProcessorLowering(processor, calendar: calendar).plan()
  }
  return Plan(
    pipeline: outline.pipeline.name, calendar: calendar,
    tables: tables.values.sorted { $0.name < $1.name }, processors: sorted(plans))
}

/// Each processor after those whose tables it reads.
private func sorted(_ plans: [ProcessorPlan]) -> [ProcessorPlan] {
  let byTable = Dictionary(
    plans.map { ($0.table.name, $0) }, uniquingKeysWith: { first, _ in first })
  let byName = Dictionary(plans.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  let order = ReadingOrder(of: plans.map(\.name)) { name in
    (byName[name]?.inputs ?? []).compactMap { byTable[$0.table]?.name }
  }
  return order.names.compactMap { byName[$0] }
}
