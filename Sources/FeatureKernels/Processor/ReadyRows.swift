import FeatureAlgebra

/// A history's rows found and ordered.
struct ReadyRows {
  let index: EntityIndex
  let order: RowOrder

  /// - Parameter by: columns that take the place of the match key.
  init(_ history: HistoryProgram, _ table: Table, by: [String]? = nil) throws(KernelError) {
    var keys: [Register] = []
    if let by {
      for name in by {
        let column = try RowLevel.column(name, of: table, history.alias, history.types[name])
        keys.append(Register(column, rows: 0..<table.count))
      }
    } else {
      for (number, part) in history.keys.enumerated() {
        keys.append(try part.values(number, of: table))
      }
    }
    var entities: [Int32] = []
    index = try EntityIndex(keys: keys, rows: table.count, entityOfRow: &entities)
    let days = try RowLevel.column(history.day, of: table, history.alias, .day)
    guard case .day(let vector) = Register(days, rows: 0..<table.count) else {
      throw KernelError(.wrongType, "column '\(history.alias).\(history.day)' holds no days")
    }
    order = try RowOrder(
      entityOfRow: entities, entityCount: index.count, days: vector
    ) { () throws(KernelError) in try ReadyRows.terms(history, table) }
  }

  /// The order's values; none where its columns were not given.
  private static func terms(
    _ history: HistoryProgram, _ table: Table
  ) throws(KernelError) -> [RowOrder.Term] {
    guard history.order.names.allSatisfy({ table[$0] != nil }) else { return [] }
    let machine = Machine(
      history.orderProgram, results: history.terms.map(\.node),
      inputs: try history.order.bind(table))
    var terms: [RowOrder.Term] = []
    for (register, term) in zip(machine.run(0..<table.count), history.terms) {
      if register.faults?.contains(where: { $0 != .none }) ?? false {
        throw KernelError(
          .brokenKey, "the order of the rows of '\(history.alias)' cannot be computed")
      }
      terms.append(
        RowOrder.Term(
          values: KeyCoder.numbers(register).spread(over: table.count),
          isDescending: term.isDescending))
    }
    return terms
  }

  /// The history's slots, with their numbers.
  func slots(
    _ history: HistoryProgram, _ table: Table, workers: Int
  ) throws(KernelError) -> [(number: Int, slot: Slot)] {
    var results: [NodeID] = []
    for slot in history.slots { results += [slot.argument, slot.filter].compactMap { $0 } }
    let registers = try computed(results, history, table)
    let byNode = Dictionary(zip(results, registers), uniquingKeysWith: { first, _ in first })
    let timeline = order.timeline
    let slots = history.slots
    return concurrently(slots.count, workers: workers) {
    } _: { _, number in
      let slot = slots[number]
      var filter: Vector<UInt8>?
      if let node = slot.filter { filter = byNode[node]?.truth?.spread(over: timeline.days.count) }
      return (
        slot.number,
        Slot(
          slot.function, argument: slot.argument.flatMap { byNode[$0] }, filter: filter,
          timeline: timeline)
      )
    }
  }
}

extension ReadyRows {
  /// What hand kernels are given of the rows, in the order of the timeline.
  func values(
    _ history: HistoryProgram, _ table: Table
  ) throws(KernelError) -> [(number: Int, values: HistoryValues)] {
    guard !history.values.isEmpty else { return [] }
    let registers = try computed(history.values.map(\.node), history, table)
    return zip(history.values, registers).map { value, register in
      (
        value.number,
        HistoryValues(
          column: Column(register.withoutFaulty, count: order.count),
          faulty: FaultyRows(nil, register, rows: order.count))
      )
    }
  }

  /// Nodes of the row program over the rows in order.
  private func computed(
    _ nodes: [NodeID], _ history: HistoryProgram, _ table: Table
  ) throws(KernelError) -> [Register] {
    var columns = try history.rows.bind(table)
    if let places = order.places { columns = columns.map { $0.gather(places) } }
    var isFirst = [Bool](repeating: false, count: order.count)
    for start in order.timeline.starts where start < order.count { isFirst[Int(start)] = true }
    let machine = Machine(history.rowProgram, results: nodes, inputs: columns, isFirst: isFirst)
    return machine.run(0..<order.count)
  }
}

/// Rows that completeness matches, by entity with days ascending.
struct MatchedRows {
  let index: EntityIndex
  let timeline: Timeline

  init(_ match: MatchProgram, _ table: Table) throws(KernelError) {
    let alias = match.alias
    var keys: [Register] = []
    for (number, part) in match.keys.enumerated() {
      keys.append(try part.values(number, of: table))
    }
    var entities: [Int32] = []
    index = try EntityIndex(keys: keys, rows: table.count, entityOfRow: &entities)
    let days = try RowLevel.column(match.day, of: table, alias, .day)
    guard case .day(let vector) = Register(days, rows: 0..<table.count) else {
      throw KernelError(.wrongType, "column '\(alias).\(match.day)' holds no days")
    }
    timeline = try RowOrder(
      entityOfRow: entities, entityCount: index.count, days: vector, terms: { [] }
    ).timeline
  }
}
