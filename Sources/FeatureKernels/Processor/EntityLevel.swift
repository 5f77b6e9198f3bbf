import FeatureAlgebra
import FeaturePlan

/// Where an entity-level program gets its inputs.
enum InputSource: Hashable, Sendable {
  /// The day D.
  case asOfDay
  case seasonOpening
  /// The place of D among the days of the run.
  case dayNumber
  /// The entity of a row of a grid.
  case entity
  /// A column of the population or of a lookup.
  case column(ColumnReference)
  /// An aggregate over the rows of D itself, computed where the rows are read.
  case summary(String)
}

/// What lowering a processor's expressions collects beside nodes.
final class ProcessorContext {
  let plan: ProcessorPlan
  let histories: [HistoryBuilder]
  /// Types of the population's and the lookups' columns.
  let types: [ColumnReference: ColumnType]
  var slotCount = 0
  var leagues: [(average: LeagueAverage, program: LeagueProgram)] = []
  /// How many values of history rows hand kernels are given.
  var valueCount = 0
  var kernels: [HandProgram] = []
  let registry: KernelRegistry

  init(_ plan: ProcessorPlan, _ registry: KernelRegistry) throws(KernelError) {
    self.plan = plan
    self.registry = registry
    var histories: [HistoryBuilder] = []
    for history in plan.histories { histories.append(try HistoryBuilder(history)) }
    self.histories = histories
    var types: [ColumnReference: ColumnType] = [:]
    for lookup in plan.lookups {
      for column in lookup.rows.columns {
        types[ColumnReference(rows: lookup.rows.alias, name: column.name)] = column.type
      }
    }
    switch plan.population {
    case .rows(let rows):
      for column in rows.columns {
        types[ColumnReference(rows: rows.alias, name: column.name)] = column.type
      }
    case .entities(let alias, let by, _):
      let rows = plan.histories.first { $0.rows.alias == alias }?.rows
      for column in rows?.columns ?? [] where by.contains(column.name) {
        types[ColumnReference(rows: alias, name: column.name)] = column.type
      }
    }
    self.types = types
  }

  /// The number of the history that is read under an alias.
  func history(_ alias: String) -> Int? {
    histories.firstIndex { $0.plan.rows.alias == alias }
  }
}

/// Expressions over an entity on a day.
struct EntityLevel: Level {
  let context: ProcessorContext
  let hasPrevious = false
  /// What the program's inputs are, in order.
  private(set) var inputs: [InputSource] = []
  /// The node of the entity of each history, once its match is lowered.
  var entities: [Int: NodeID] = [:]
  /// The node of the coverage timeline.
  var expectation: NodeID?
  /// Stored features, once lowered.
  var features: [String: NodeID] = [:]
  /// The first and the last place of every window that aggregates look through.
  private(set) var windows: [(start: NodeID, end: NodeID)] = []
  /// Inside a league average: the history whose entities are averaged.
  let league: Int?

  init(_ context: ProcessorContext, league: Int? = nil) {
    self.context = context
    self.league = league
  }

  mutating func input(_ source: InputSource) -> Int {
    let place = inputs.firstIndex(of: source) ?? inputs.count
    if place == inputs.count { inputs.append(source) }
    return place
  }

  mutating func place(_ source: InputSource, in program: inout Program) -> NodeID {
    program.add(.window(.entityColumn(input(source))), .index)
  }

  mutating func column(
    rows: String, name: String, in program: inout Program
  ) throws(KernelError) -> NodeID {
    let reference = ColumnReference(rows: rows, name: name)
    guard league == nil, let type = context.types[reference] else {
      throw KernelError(
        .wrongLevel, "'\(rows).\(name)' is no column of the population or of a lookup")
    }
    return program.add(.input(input(.column(reference))), Kind(type))
  }

  func feature(_ name: String, in program: inout Program) throws(KernelError) -> NodeID {
    guard let node = features[name] else {
      throw KernelError(.wrongLevel, "feature '\(name)' is not computed before it is read")
    }
    return node
  }

  mutating func asOfDay(in program: inout Program) -> NodeID {
    program.add(.input(input(.asOfDay)), .day)
  }

  mutating func seasonOpening(in program: inout Program) -> NodeID {
    program.add(.input(input(.seasonOpening)), .day)
  }

  mutating func aggregate(
    _ aggregation: Aggregation, in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard let number = context.history(aggregation.rows) else {
      return try summary(aggregation, in: &program)
    }
    let seen = try look(aggregation, number, &program)
    return program.add(
      .window(.aggregate(slot: seen.slot, start: seen.start, end: seen.end)), seen.kind)
  }

  mutating func measured(
    _ aggregation: Aggregation, against limit: NodeID, in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard let number = context.history(aggregation.rows) else {
      throw KernelError(
        .wrongLevel, "\(aggregation.function.word) of '\(aggregation.rows)', which is no history")
    }
    let seen = try look(aggregation, number, &program)
    return program.add(
      .window(.measured(slot: seen.slot, start: seen.start, end: seen.end, against: limit)),
      seen.kind)
  }

  /// The slot of an aggregate and the ends of its window.
  private mutating func look(
    _ aggregation: Aggregation, _ number: Int, _ program: inout Program
  ) throws(KernelError) -> (slot: Int, start: NodeID, end: NodeID, kind: Kind) {
    guard let window = aggregation.window else {
      throw KernelError(
        .unsupported, "\(aggregation.function.word) of '\(aggregation.rows)' has no window")
    }
    guard let entity = entities[number] else {
      throw KernelError(
        .wrongLevel, "the rows of '\(aggregation.rows)' are not matched where they are read")
    }
    let (start, end) = rows(of: window, in: .history(number), entity, &program)
    windows.append((start, end))
    let (slot, kind) = try context.histories[number].slot(aggregation, next: &context.slotCount)
    return (slot, start, end, kind)
  }

  /// The nodes of a window's two ends.
  mutating func rows(
    of window: Window, in timeline: TimelineID, _ entity: NodeID, _ program: inout Program
  ) -> (start: NodeID, end: NodeID) {
    let day = asOfDay(in: &program)
    func seek(_ day: NodeID, _ back: Int) -> NodeID {
      program.add(.window(.seek(timeline, entity: entity, day: day, back: back)), .index)
    }
    let end = seek(day, 0)
    var starts: [NodeID] = []
    var newest: Int?
    switch window.span {
    case .rows(let count): newest = count
    case .days(let count): starts.append(seek(day, count))
    case .all: break
    }
    if let age = window.maximumAge { starts.append(seek(day, age)) }
    if window.withinSeason { starts.append(seek(seasonOpening(in: &program), 0)) }
    if starts.isEmpty {
      starts.append(program.add(.window(.first(timeline, entity: entity)), .index))
    }
    return (program.add(.window(.start(starts, end: end, rows: newest)), .index), end)
  }

  private mutating func summary(
    _ aggregation: Aggregation, in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard league == nil,
      let slot = context.plan.slots.first(where: { $0.content == .aggregation(aggregation) })
    else {
      throw KernelError(
        .missingInput, "no slot holds \(aggregation.function.word) of '\(aggregation.rows)'")
    }
    return program.add(.input(input(.summary(slot.name))), Kind(slot.type))
  }

  mutating func league(
    _ average: LeagueAverage, in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard league == nil else {
      throw KernelError(.unsupported, "a league average stands inside another")
    }
    let number: Int
    if let known = context.leagues.firstIndex(where: { $0.average == average }) {
      number = known
    } else {
      let program = try LeagueProgram(average, context)
      number = context.leagues.count
      context.leagues.append((average, program))
    }
    let day = place(.dayNumber, in: &program)
    return program.add(.window(.league(number, day: day)), .double)
  }

  mutating func coverage(
    _ measure: CoverageMeasure, window: String, in program: inout Program
  ) throws(KernelError) -> NodeID {
    let declared = context.plan.completeness?.windows.first { $0.name == window }
    guard let declared, let expectation else {
      throw KernelError(.wrongLevel, "no completeness window is named '\(window)'")
    }
    let (start, end) = rows(of: declared.window, in: .coverage, expectation, &program)
    switch measure {
    case .expected:
      return program.add(.window(.expectedGames(start: start, end: end)), .integer)
    case .actual:
      return program.add(.window(.actualGames(start: start, end: end)), .integer)
    }
  }
}

extension EntityLevel {
  mutating func kernel(
    _ call: KernelCall, values: [NodeID], columns: [Expression], in program: inout Program
  ) throws(KernelError) -> NodeID {
    guard league == nil else {
      throw KernelError(.unsupported, "hand kernel '\(call.kernel)' stands in a league average")
    }
    var bounds: (start: NodeID, end: NodeID)?
    var numbers: [Int] = []
    for (part, column) in zip(call.columns, columns) {
      guard case .aggregate(let aggregation) = column, let argument = aggregation.argument,
        let window = aggregation.window, let history = context.history(aggregation.rows),
        let entity = entities[history]
      else {
        throw KernelError(
          .wrongLevel, "input '\(part.name)' of '\(call.kernel)' is no column of a history's window"
        )
      }
      let own = rows(of: window, in: .history(history), entity, &program)
      if let bounds, bounds != own {
        throw KernelError(.unsupported, "hand kernel '\(call.kernel)' looks through two windows")
      }
      bounds = own
      numbers.append(
        try context.histories[history].values(argument, as: part.type, next: &context.valueCount))
    }
    if let bounds { windows.append(bounds) }
    let identity = HandProgram.Identity(
      function: call.function, values: values, columns: numbers, start: bounds?.start,
      end: bounds?.end)
    let number = context.kernels.firstIndex { $0.identity == identity } ?? context.kernels.count
    let function = try context.registry.function(for: call)
    if number == context.kernels.count {
      context.kernels.append(
        HandProgram(
          function: function, identity: identity, values: call.values, columns: call.columns))
    }
    let reads = values + [bounds?.start, bounds?.end].compactMap { $0 }
    return program.add(.window(.hand(number, call.result, reads: reads)), Kind(call.result.type))
  }
}
