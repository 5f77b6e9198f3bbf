public import FeatureAlgebra
public import FeaturePlan

/// A processor's features as a program over columns: made once per plan, run once per slab.
public struct KernelProgram: Sendable {
  let plan: ProcessorPlan
  let histories: [HistoryProgram]
  let grid: GridProgram?
  let expected: MatchProgram?
  let excused: MatchProgram?
  let leagues: [LeagueProgram]
  let kernels: [HandProgram]
  let slotCount: Int
  let program: Program
  let inputs: [InputSource]
  /// Stored features, in the order of the output's columns.
  let features: [(name: String, node: NodeID)]
  let rules: [RuleProgram]
  let claims: RowClaims
  /// Of the spec's contracts, each true where it holds; nil where one reads an element of a stored vector,
  /// which only the stored row has under a name.
  let contracts: [NodeID]?

  /// - Parameter kernels: the hand kernels that the plan may call.
  /// - Throws: `ill-typed`, `wrong-level`, `missing-input`, `missing-kernel` or `unsupported`, naming the
  ///   feature.
  public init(
    _ plan: ProcessorPlan, kernels: KernelRegistry = KernelRegistry()
  ) throws(KernelError) {
    let context = try ProcessorContext(plan, kernels)
    grid = try GridProgram(plan.population, context)
    var lowering = Lowering(EntityLevel(context))
    for number in context.histories.indices {
      try KernelProgram.match(number, &lowering)
    }
    let completeness = try KernelProgram.completeness(&lowering)
    expected = completeness?.expected
    excused = completeness?.excused

    var nodes: [String: NodeID] = [:]
    for feature in plan.features {
      nodes[feature.name] = try KernelProgram.named("feature '\(feature.name)'") {
        () throws(KernelError) in
        let value = try lowering.lower(feature.expression)
        return try lowering.stored(value, as: feature.type)
      }
      lowering.leaves.features[feature.name] = nodes[feature.name]
    }
    var rules: [RuleProgram] = []
    for (number, rule) in plan.failures.enumerated() {
      rules.append(
        try KernelProgram.named("failure rule \(number + 1)") { () throws(KernelError) in
          try RuleProgram(rule, &lowering)
        })
    }
    self.rules = rules
    contracts = try KernelProgram.contracts(plan, &lowering)
    features = plan.output.compactMap { column in
      guard column.origin == .feature, let node = nodes[column.column.name] else { return nil }
      return (column.column.name, node)
    }
    claims = RowClaims(plan.table, features: features.map(\.name))
    program = lowering.program
    inputs = lowering.leaves.inputs
    leagues = context.leagues.map(\.program)
    self.kernels = context.kernels
    slotCount = context.slotCount
    var histories: [HistoryProgram] = []
    for builder in context.histories { histories.append(try builder.finish()) }
    self.histories = histories
    self.plan = plan
  }

  /// The columns that are read of each history, by alias: each once. Those of a computed part of the
  /// match key are not, where the part is given ready under the name `matchKey`.
  ///
  /// The columns of the order may be given too; without them rows of one entity and day count as
  /// coming oldest first.
  public var historyColumns: [String: [String]] {
    var columns: [String: [String]] = [:]
    for (number, history) in histories.enumerated() {
      var names = [history.day] + history.keys.flatMap(\.columns) + history.rows.names
      if plan.completeness?.actual == history.alias { names += plan.completeness?.following ?? [] }
      if let grid, grid.history == number { names += grid.by }
      var seen: Set<String> = []
      columns[history.alias] = names.filter { seen.insert($0).inserted }
    }
    return columns
  }

  /// Whether any value depends on a history's rows.
  func isRead(_ history: Int) -> Bool {
    !histories[history].slots.isEmpty || !histories[history].values.isEmpty
      || grid?.history == history
      || leagues.contains { $0.history == history }
      || plan.completeness?.actual == histories[history].alias
  }

  /// The columns that must be given of the population and its lookups, unless the kernels find the
  /// population themselves and no lookup is read.
  public var populationColumns: [ColumnReference] {
    inputs.compactMap { if case .column(let reference) = $0 { reference } else { nil } }
  }

  /// The names of the summary slots that must be given with the population.
  public var summarySlots: [String] {
    inputs.compactMap { if case .summary(let name) = $0 { name } else { nil } }
  }

  /// Lowers the match of a history with the entity.
  private static func match(
    _ number: Int, _ lowering: inout Lowering<EntityLevel>
  ) throws(KernelError) {
    let builder = lowering.leaves.context.histories[number]
    let alias = builder.plan.rows.alias
    var keys: [NodeID] = []
    for match in builder.plan.match {
      var part = try builder.part(match.row)
      keys.append(try MatchProgram.match(&part, with: match.entity, alias, &lowering))
      builder.add(part)
    }
    lowering.leaves.entities[number] = lowering.program.add(
      .window(.entity(index: number, keys: keys)), .index)
  }

  /// Lowers the matches of completeness: index numbers follow those of the histories.
  private static func completeness(
    _ lowering: inout Lowering<EntityLevel>
  ) throws(KernelError) -> (expected: MatchProgram, excused: MatchProgram?)? {
    let context = lowering.leaves.context
    guard let plan = context.plan.completeness else { return nil }
    guard let actual = context.history(plan.actual), let own = lowering.leaves.entities[actual]
    else {
      throw KernelError(.missingInput, "completeness counts '\(plan.actual)', which is no history")
    }
    var keys: [NodeID] = []
    let expected = try MatchProgram(plan.expected, plan.match, entity: &keys, in: &lowering)
    let index = context.histories.count
    let team = lowering.program.add(.window(.entity(index: index, keys: keys)), .index)
    var excused: MatchProgram?
    var excuse: NodeID?
    if let rows = plan.excused {
      var keys: [NodeID] = []
      excused = try MatchProgram(rows, plan.excusedMatch, entity: &keys, in: &lowering)
      excuse = lowering.program.add(.window(.entity(index: index + 1, keys: keys)), .index)
    }
    let opening = plan.following.map { _ in lowering.leaves.seasonOpening(in: &lowering.program) }
    lowering.leaves.expectation = lowering.program.add(
      .window(.expectation(own: own, expected: team, excused: excuse, opening: opening)), .index)
    return (expected, excused)
  }

  private static func contracts(
    _ plan: ProcessorPlan, _ lowering: inout Lowering<EntityLevel>
  ) throws(KernelError) -> [NodeID]? {
    let elements = Set(
      plan.table.columns.flatMap(\.readable).filter { $0.element != nil }.map(\.name))
    var nodes: [NodeID] = []
    for contract in plan.contracts {
      if contract.holds.featureNames.contains(where: elements.contains) { return nil }
      nodes.append(
        try named("contract '\(contract.name)'") { () throws(KernelError) in
          try lowering.node(contract.holds, .truth, "a contract")
        })
    }
    return nodes
  }

  private static func named<Value>(
    _ what: String, _ body: () throws(KernelError) -> Value
  ) throws(KernelError) -> Value {
    do {
      return try body()
    } catch {
      throw KernelError(error.code, "\(what): \(error.message)")
    }
  }
}

/// The nodes of a failure rule.
struct RuleProgram: Sendable {
  let when: NodeID
  let reason: NodeID
  let expected: NodeID?
  let actual: NodeID?

  init(_ rule: FailureRule, _ lowering: inout Lowering<EntityLevel>) throws(KernelError) {
    when = try lowering.node(rule.when, .truth, "a failure rule")
    reason = try lowering.node(rule.reason, .text, "a failure's reason")
    expected = try rule.expected.map { (x) throws(KernelError) in
      try lowering.node(x, .integer, "a failure's count")
    }
    actual = try rule.actual.map { (x) throws(KernelError) in
      try lowering.node(x, .integer, "a failure's count")
    }
  }

  var nodes: [NodeID] { [when, reason] + [expected, actual].compactMap { $0 } }
}
