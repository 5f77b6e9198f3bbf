import FeatureAlgebra
import FeaturePlan

/// One run of a program: first the rows are made ready, then entities and days are computed in batches.
struct SlabRun {
  let program: KernelProgram
  let input: KernelInput
  let days: Days
  let workers: Int
  var data = WindowData()
  /// The timeline and the first row's columns of a population that does not share a history's index.
  private var firstRows: [String: Column] = [:]
  /// The order of the rows that completeness counts.
  private var countedOrder: RowOrder?

  init(program: KernelProgram, input: KernelInput, days: Days, workers: Int) {
    self.program = program
    self.input = input
    self.days = days
    self.workers = workers
  }

  /// Entities, timelines and slots of every history.
  mutating func prepareRows() throws(KernelError) {
    var slots: [(number: Int, slot: Slot)] = []
    var values: [(number: Int, values: HistoryValues)] = []
    for (number, history) in program.histories.enumerated() {
      guard let table = input.histories[history.alias] else {
        guard !program.isRead(number) else {
          throw KernelError(.missingInput, "the rows of '\(history.alias)' were not given")
        }
        data.indexes.append(.empty)
        data.timelines.append(.empty)
        continue
      }
      let ready = try ReadyRows(history, table)
      data.indexes.append(ready.index)
      data.timelines.append(ready.order.timeline)
      slots += try ready.slots(history, table, workers: workers)
      values += try ready.values(history, table)
      if program.plan.completeness?.actual == history.alias { countedOrder = ready.order }
      if let grid = program.grid, grid.history == number, input.population == nil,
        grid.sharesIndex
      {
        try keepFirstRows(grid, table, ready.order)
      }
    }
    data.slots = slots.sorted { $0.number < $1.number }.map(\.slot)
    data.values = values.sorted { $0.number < $1.number }.map(\.values)
    data.kernels = program.kernels
    if let grid = program.grid, !grid.sharesIndex, input.population == nil {
      let history = program.histories[grid.history]
      guard let table = input.histories[history.alias] else { return }
      let ready = try ReadyRows(history, table, by: grid.by)
      data.timelines.append(ready.order.timeline)
      try keepFirstRows(grid, table, ready.order)
    }
  }

  private mutating func keepFirstRows(
    _ grid: GridProgram, _ table: Table, _ order: RowOrder
  ) throws(KernelError) {
    let history = program.histories[grid.history]
    let starts = order.timeline.starts
    let rows = (0..<order.timeline.entityCount).map { entity -> Int32 in
      let first = starts[entity]
      return first == starts[entity + 1] ? -1 : order.places?[Int(first)] ?? first
    }
    for name in grid.by {
      let column = try RowLevel.column(name, of: table, history.alias, history.types[name])
      firstRows[name] = column.gather(rows)
    }
  }

  /// The games of completeness by entity.
  mutating func prepareCompleteness() throws(KernelError) {
    guard let plan = program.plan.completeness, let expected = program.expected,
      let actual = program.histories.firstIndex(where: { $0.alias == plan.actual })
    else { return }
    guard let table = input.expected else {
      throw KernelError(.missingInput, "the expected rows '\(plan.expected.alias)' were not given")
    }
    let games = try MatchedRows(expected, table)
    data.indexes.append(games.index)
    var excuses: MatchedRows?
    if let excused = program.excused {
      guard let table = input.excused else {
        throw KernelError(.missingInput, "the rows that excuse a missing game were not given")
      }
      let rows = try MatchedRows(excused, table)
      data.indexes.append(rows.index)
      excuses = rows
    }
    data.coverage = CoverageSource(
      actual: data.timelines[actual], expected: games.timeline, excused: excuses?.timeline,
      sides: try plan.following.map { (columns) throws(KernelError) in
        try sides(columns, of: program.histories[actual], as: expected, in: games.index)
      })
  }

  /// The side that each row of a history was on: see `CoverageSource.sides`.
  private func sides(
    _ names: [String], of history: HistoryProgram, as expected: MatchProgram,
    in index: EntityIndex
  ) throws(KernelError) -> [Int32] {
    guard let table = input.histories[history.alias], let order = countedOrder else { return [] }
    var columns: [Column] = []
    for name in names {
      columns.append(try RowLevel.column(name, of: table, history.alias, history.types[name]))
    }
    let keys = zip(columns, expected.keys).map { column, part in
      let register = Register(column, rows: 0..<table.count)
      return part.isDouble ? Register.double(register.asDoubles) : register
    }
    var memos = [PlaceMemo?](repeating: nil, count: keys.count)
    var sides = index.entities(keys, count: table.count, memos: &memos)
    for column in columns where column.validity != nil {
      for row in sides.indices where !column.isValid(row) { sides[row] = CoverageSource.untold }
    }
    return order.places.map { sides.gathered($0) } ?? Array(sides.prefix(order.count))
  }

  /// League averages of every day.
  mutating func prepareLeagues() {
    for league in program.leagues {
      let entities = data.timelines[league.history].entityCount
      let rows = grid(entities)
      let batches = batches(
        league.program, league.inputs, league.results, rows, of: data
      ) { _, registers, range in
        (
          registers[0].double?.spread(over: range.count),
          registers[1].truth?.spread(over: range.count),
          registers[2].truth?.spread(over: range.count)
        )
      }
      data.leagues.append(
        league.means(
          Vector.joined(batches.compactMap(\.0)), Vector.joined(batches.compactMap(\.1)),
          Vector.joined(batches.compactMap(\.2)), days: days.days.count, entities: entities))
    }
  }

  /// Every day with every entity, by day and then by key.
  private func grid(_ entities: Int) -> RunRows {
    var places: [Int32] = []
    var ids: [Int32] = []
    places.reserveCapacity(days.days.count * entities)
    ids.reserveCapacity(days.days.count * entities)
    for place in days.days.indices {
      for entity in 0..<entities {
        places.append(Int32(place))
        ids.append(Int32(entity))
      }
    }
    return rows(places, [.entity: Column(.day(ids))])
  }

  /// Rows of the given days with what every row has.
  private func rows(_ places: [Int32], _ columns: [InputSource: Column]) -> RunRows {
    var columns = columns
    columns[.asOfDay] = days.ordinals.gather(places)
    columns[.seasonOpening] = days.openings.gather(places)
    columns[.dayNumber] = Column(.day(places))
    return RunRows(count: places.count, days: places, columns: columns)
  }

  /// The rows of the population: as given, or each entity with a row in the population's window.
  func population() throws(KernelError) -> RunRows {
    if let given = input.population {
      var columns: [InputSource: Column] = [:]
      for (reference, column) in given.columns { columns[.column(reference)] = column }
      for (name, column) in given.summaries { columns[.summary(name)] = column }
      return rows(try days.places(given.asOf), columns)
    }
    guard let grid = program.grid else {
      throw KernelError(.missingInput, "the population's rows were not given")
    }
    let timeline = data.timelines[grid.sharesIndex ? grid.history : program.histories.count]
    let all = self.grid(timeline.entityCount)
    let present = batches(grid.program, grid.inputs, [grid.isPresent], all, of: data) {
      _, registers, range -> [Int32] in
      guard let truths = registers[0].truth?.spread(over: range.count) else { return [] }
      return range.filter { truths[$0 - range.lowerBound] == Truth.yes }.map { Int32($0) }
    }.flatMap { $0 }
    let entities = (all.columns[.entity]?.dayOrdinals ?? []).gathered(present)
    var columns: [InputSource: Column] = [:]
    for (name, column) in firstRows {
      let reference = ColumnReference(rows: program.histories[grid.history].alias, name: name)
      columns[.column(reference)] = column.gather(entities)
    }
    return rows(all.days.gathered(present), columns)
  }

  /// Runs a program over batches of rows.
  func batches<Result: Sendable>(
    _ nodes: Program, _ sources: [InputSource], _ results: [NodeID], _ rows: RunRows,
    of data: WindowData,
    _ body: @escaping @Sendable (Int, [Register], Range<Int>) -> Result
  ) -> [Result] {
    let columns = sources.map { rows.columns[$0] ?? Column(.day([])) }
    let size = KernelProgram.batchSize
    let count = rows.count
    return concurrently((count + size - 1) / size, workers: workers) {
      Machine(nodes, results: results, inputs: columns, windows: WindowState(data))
    } _: { machine, number in
      let range = number * size..<min(count, number * size + size)
      return body(number, machine.run(range), range)
    }
  }
}

extension KernelProgram {
  /// Rows computed at once: few enough to stay near the processor, a multiple of 64.
  static let batchSize = 4096
}

extension [Int32] {
  func gathered(_ rows: [Int32]) -> [Int32] {
    withUnsafeBufferPointer { values in rows.map { values[Int($0)] } }
  }
}

extension Vector {
  /// The vectors' elements one after the other; none is a constant.
  static func joined(_ parts: [Vector]) -> Vector {
    var values: [Element] = []
    var validity: Validity?
    var faults: [Fault]?
    let count = parts.reduce(0) { $0 + $1.count }
    for part in parts {
      if let bits = part.gaps.validity {
        var all = validity ?? Validity(allValid: count)
        let own = Validity(words: Array(bits), count: part.count)
        for row in 0..<part.count where !own[row] { all.setNull(values.count + row) }
        validity = all
      }
      if let own = part.gaps.faults {
        var all = faults ?? [Fault](repeating: .none, count: count)
        all.replaceSubrange(values.count..<values.count + part.count, with: own)
        faults = all
      }
      values += part.values
    }
    return Vector(values, Gaps(validity: validity?.words[...], faults: faults))
  }
}
