internal import FeatureAlgebra
internal import FeaturePlan

/// Every table that one processor does not write, and what of it the leak check may disturb.
struct LeakInputs {
  /// Those with a day: inputs of the processor first, then every other.
  let dated: [TablePlan]
  let leftAlone: [LeftAlone]
  /// What must not move: tracking and times of writing are metadata.
  let businessColumns: [String]
  private let onDay: [TableName: Disturbance.OnDay]
  private let acrossDays: [TableName: Set<String>]
  private let announced: [TableName: Set<String>]
  private let isPastTense: Bool

  init(of processor: ProcessorPlan, in plan: Plan) {
    let inputs = Set(processor.inputs.map(\.table))
    let others = plan.tables.filter { $0.name != processor.table.name }
    let all =
      others.filter { inputs.contains($0.name) } + others.filter { !inputs.contains($0.name) }
    dated = all.filter { $0.day != nil }
    isPastTense = processor.days.kind == .played
    businessColumns = processor.table.columns.filter { $0.role == .business }.map(\.name)
    let readings = processor.sameDayReadings(calendar: plan.calendar)
    onDay = Dictionary(
      uniqueKeysWithValues: readings.map { ($0.table, .allBut(Set($0.columns))) })
    let spanning = processor.readingsAcrossDays(calendar: plan.calendar)
    acrossDays = Dictionary(uniqueKeysWithValues: spanning.map { ($0.table, Set($0.columns)) })
    let ahead = processor.readingsAhead
    announced = Dictionary(uniqueKeysWithValues: ahead.map { ($0.table, Set($0.columns)) })
    leftAlone =
      (isPastTense
        ? [Self.wholeDay] : readings.map { LeftAlone($0, rows: .ofTheDay, "read on the day: ") })
      + spanning.map { LeftAlone($0, rows: .later, "one row per key is kept, whatever its day: ") }
      + ahead.map { LeftAlone($0, rows: .later, "announced before their day: ") }
      + all.filter { $0.day == nil && inputs.contains($0.name) }.map {
        LeftAlone(table: "\($0.name)", rows: .all, columns: [], reason: "the table has no day")
      }
  }

  private static let wholeDay = LeftAlone(
    table: nil, rows: .ofTheDay, columns: [], reason: "its rows tell of games played on the day")

  /// The disturbance of a table from a day on; nil for one without a day.
  func disturbance(of table: TablePlan, from day: Day) -> Disturbance? {
    guard let column = table.day else { return nil }
    return Disturbance(
      table: table, dayColumn: column, day: day,
      onDay: isPastTense ? .nothing : onDay[table.name] ?? .everything,
      acrossDays: acrossDays[table.name] ?? [], announced: announced[table.name] ?? [])
  }
}

extension LeftAlone {
  fileprivate init(_ reading: DeclaredReading, rows: Rows, _ reason: String) {
    self.init(
      table: "\(reading.table)", rows: rows, columns: reading.columns,
      reason: reason + reading.purposes.joined(separator: ", "))
  }
}
