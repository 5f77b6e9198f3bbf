internal import FeaturePlan

/// What decides which days of a run are computed: shared by its processors.
struct Schedule {
  let options: RunOptions
  let calendar: GameCalendar
  let receipts: StoredReceipts
  let hashes: RunHashes

  init(
    _ processors: [ProcessorPlan], of plan: Plan, _ options: RunOptions, _ calendar: GameCalendar
  ) {
    self.options = options
    self.calendar = calendar
    receipts = StoredReceipts(processors, options.days)
    hashes = RunHashes(processors, of: plan, options, calendar, receipts)
  }
}
