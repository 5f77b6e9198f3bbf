import FeatureAlgebra
import FeaturePlan

/// What one batch of rows came to.
private struct Batch: Sendable {
  var features: [Column]
  var outcomes: [Int32]
  var reasons: Column
  var expected: Column
  var actual: Column
  var errors: [EvaluationError]
  var keepsContracts: Bool
}

extension SlabRun {
  /// Features and failures of the population's rows.
  func compute(_ rows: RunRows) throws(KernelError) -> KernelOutput {
    try check(rows)
    let features = program.features
    let (rules, claims) = (program.rules, program.claims)
    let contracts = program.contracts ?? []
    var results = features.map(\.node)
    for rule in rules { results += rule.nodes }
    results += contracts
    let batches = batches(program.program, program.inputs, results, rows, of: data) {
      _, registers, range in
      var batch = Batch(registers, features, rules, range)
      batch.check(claims, registers.suffix(contracts.count))
      return batch
    }
    func joined(_ column: (Batch) -> Column, _ empty: Column) -> Column {
      batches.isEmpty ? empty : Column.concatenated(batches.map(column))
    }
    var columns: [(name: String, column: Column)] = []
    let joinedFeatures = concurrently(features.count, workers: workers) {
    } _: { _, number in
      batches.isEmpty ? nil : Column.concatenated(batches.map { $0.features[number] })
    }
    for (number, feature) in features.enumerated() {
      let type = program.plan.features.first { $0.name == feature.name }?.type ?? .integer
      columns.append((feature.name, joinedFeatures[number] ?? Column.empty(type)))
    }
    let table = try Table(columns, count: rows.count)
    let outcomes = batches.flatMap(\.outcomes)
    let keepsRows = program.contracts != nil && batches.allSatisfy(\.keepsContracts)
    return KernelOutput(
      count: rows.count, asOf: rows.columns[.asOfDay] ?? .days([]), features: table,
      outcomes: outcomes,
      reasons: joined(\.reasons, .texts([])), expected: joined(\.expected, .integers([])),
      actual: joined(\.actual, .integers([])), errors: batches.flatMap(\.errors),
      keepsContracts: keepsRows && keysDiffer(table, outcomes))
  }

  /// Whether no two rows that are written have one key; false where that cannot be told.
  private func keysDiffer(_ features: Table, _ outcomes: [Int32]) -> Bool {
    let written = outcomes.indices.filter { outcomes[$0] == KernelOutput.written }.map(Int32.init)
    var keys: [Register] = []
    for name in program.plan.table.key {
      guard let column = features[name] else { return false }
      keys.append(Register(column.gather(written), rows: 0..<written.count))
    }
    var entities: [Int32] = []
    let index = try? EntityIndex(keys: keys, rows: written.count, entityOfRow: &entities)
    return index?.count == written.count
  }

  /// Every input is there, has a value per row and is of its type.
  private func check(_ rows: RunRows) throws(KernelError) {
    for source in program.inputs {
      let (name, type): (String, ColumnType?) =
        switch source {
        case .column(let reference):
          ("\(reference.rows).\(reference.name)", program.type(of: reference))
        case .summary(let name):
          (name, program.plan.slots.first { $0.name == name }?.type)
        case .asOfDay, .seasonOpening, .dayNumber, .entity: ("", .day)
        }
      guard let column = rows.columns[source] else {
        throw KernelError(.missingInput, "the population lacks '\(name)'")
      }
      guard column.count == rows.count else {
        throw KernelError(
          .unequalColumns, "'\(name)' has \(column.count) rows, the population \(rows.count)")
      }
      guard let type, column.holds(type) else {
        throw KernelError(
          .wrongType, "'\(name)' holds \(column.word), not \(type.map { "\($0)" } ?? "its type")")
      }
    }
  }
}

extension KernelProgram {
  /// The declared type of a column of the population or of a lookup.
  func type(of reference: ColumnReference) -> ColumnType? {
    var all = plan.lookups.map(\.rows) + plan.histories.map(\.rows)
    if case .rows(let rows) = plan.population { all.append(rows) }
    for rows in all where rows.alias == reference.rows {
      if let column = rows.columns.first(where: { $0.name == reference.name }) {
        return column.type
      }
    }
    return nil
  }
}

extension Column {
  /// No rows of a type.
  static func empty(_ type: ColumnType) -> Column {
    switch type {
    case .integer, .integer32: .integers([])
    case .decimal(_, let scale): .decimals([], scale: scale)
    case .double: .doubles([])
    case .text: .texts([])
    case .boolean: .booleans([])
    case .day: .days([])
    case .timestamp: .timestamps([])
    case .textList: .textLists([])
    case .doubleList: .doubleLists([])
    }
  }
}

extension Batch {
  /// - Parameter registers: of the features, then of each rule.
  init(
    _ registers: [Register], _ features: [(name: String, node: NodeID)], _ rules: [RuleProgram],
    _ range: Range<Int>
  ) {
    let count = range.count
    self.features = registers.prefix(features.count).map {
      Column($0.withoutFaulty, count: count)
    }
    var outcomes = [Int32](repeating: KernelOutput.written, count: count)
    var errors: [(row: Int, error: EvaluationError)] = []
    func fail(_ row: Int, _ fault: Fault, _ name: String) {
      guard outcomes[row] == KernelOutput.written,
        let error = EvaluationError(fault: fault, feature: name, row: range.lowerBound + row)
      else { return }
      outcomes[row] = KernelOutput.failed
      errors.append((row, error))
    }
    var next = features.count
    var places: [Int] = []
    for (number, rule) in rules.enumerated() {
      places.append(next)
      if let when = registers[next].truth?.spread(over: count) {
        for row in 0..<count where outcomes[row] == KernelOutput.written {
          if when.fault(row) != .none {
            fail(row, when.fault(row), "failure rule \(number + 1)")
          } else if when[row] == Truth.yes {
            outcomes[row] = Int32(number)
          }
        }
      }
      next += rule.nodes.count
    }
    for (number, feature) in features.enumerated() {
      guard let faults = registers[number].faults?.spread(over: count) else { continue }
      for row in 0..<count { fail(row, faults[row], feature.name) }
    }
    self.outcomes = outcomes
    keepsContracts = true
    self.errors = errors.sorted { $0.row < $1.row }.map(\.error)
    (reasons, expected, actual) = Batch.failures(
      registers, rules, places, outcomes, self.errors, first: range.lowerBound)
  }

  /// Whether every row that is written keeps what the columns claim and the contracts of the spec; a
  /// contract that is NULL is kept.
  mutating func check(_ claims: RowClaims, _ contracts: ArraySlice<Register>) {
    var holds = [Bool](repeating: true, count: outcomes.count)
    claims.check(features, &holds)
    for contract in contracts {
      guard let truth = contract.truth?.spread(over: outcomes.count) else {
        preconditionFailure("a contract is a condition")
      }
      for row in holds.indices where truth[row] == Truth.no || truth.fault(row) != .none {
        holds[row] = false
      }
    }
    keepsContracts = zip(outcomes, holds).allSatisfy { $0 != KernelOutput.written || $1 }
  }

  /// Reason and counts of the rows that fail.
  private static func failures(
    _ registers: [Register], _ rules: [RuleProgram], _ places: [Int], _ outcomes: [Int32],
    _ errors: [EvaluationError], first: Int
  ) -> (Column, Column, Column) {
    let count = outcomes.count
    guard outcomes.contains(where: { $0 != KernelOutput.written }) else {
      let none = Column(
        .integer([Int64](repeating: 0, count: count)), validity: Validity(allNull: count))
      let codes = [Int32](repeating: 0, count: count)
      return (
        Column(.text(codes: codes, .empty), validity: Validity(allNull: count)), none, none
      )
    }
    let columns = rules.indices.map { number in
      let rule = rules[number]
      var next = places[number] + 1
      var taken: [Column?] = []
      for node in [rule.reason, rule.expected, rule.actual] {
        taken.append(
          node.map { _ in Column(registers[next].withoutFaulty, count: count) })
        if node != nil { next += 1 }
      }
      return taken
    }
    let messages = Dictionary(
      errors.map { ($0.row - first, $0.reason) }, uniquingKeysWith: { first, _ in first })
    var reasons = TextBuilder()
    var expected = ValuesBuilder<Int64>(filler: 0, capacity: count)
    var actual = ValuesBuilder<Int64>(filler: 0, capacity: count)
    for (row, outcome) in outcomes.enumerated() {
      if outcome >= 0 {
        let rule = columns[Int(outcome)]
        reasons.append(rule[0]?.text(row))
        expected.append(rule[1]?.integer(row))
        actual.append(rule[2]?.integer(row))
      } else {
        reasons.append(outcome == KernelOutput.failed ? messages[row] : nil)
        expected.append(nil)
        actual.append(nil)
      }
    }
    let (games, gaps) = expected.finish()
    let (there, holes) = actual.finish()
    return (
      reasons.finish(), Column(.integer(games), validity: gaps),
      Column(.integer(there), validity: holes)
    )
  }
}

extension Column {
  /// The integer of a row; nil where it is NULL or the column holds no integers.
  func integer(_ row: Int) -> Int64? {
    guard case .integer(let values) = values, isValid(row) else { return nil }
    return values[row]
  }
}
