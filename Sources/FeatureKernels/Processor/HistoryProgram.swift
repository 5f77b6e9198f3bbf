import FeatureAlgebra
import FeaturePlan

/// What is computed of a history's rows: the keys that find them, and what aggregates look at.
struct HistoryProgram: Sendable {
  let alias: String
  let day: String
  let types: [String: ColumnType]
  let keys: [KeyPart]
  /// Over the table as it comes: the terms of the order.
  let order: RowLevel
  let orderProgram: Program
  let terms: [(node: NodeID, isDescending: Bool)]
  /// Over the rows in order: arguments and filters.
  let rows: RowLevel
  let rowProgram: Program
  /// The history's slots with their numbers in the whole program.
  let slots: [SlotProgram]
  /// What hand kernels are given of the rows, with the numbers in the whole program.
  let values: [(number: Int, node: NodeID)]
}

/// An aggregate of a history without its window.
struct SlotProgram: Hashable, Sendable {
  let number: Int
  let function: AggregateFunction
  let argument: NodeID?
  let filter: NodeID?
}

/// Collects what a program reads of a history while expressions are lowered.
final class HistoryBuilder {
  let plan: HistoryPlan
  private let types: [String: ColumnType]
  private var keys: [KeyPart] = []
  private var rows: Lowering<RowLevel>
  private var slots: [SlotProgram] = []
  private var values: [(number: Int, node: NodeID)] = []
  private var day: String

  init(_ plan: HistoryPlan) throws(KernelError) {
    guard let day = plan.rows.day else {
      throw KernelError(.unsupported, "the rows of '\(plan.rows.alias)' have no day")
    }
    self.plan = plan
    self.day = day
    types = Dictionary(
      plan.rows.columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    rows = Lowering(RowLevel(alias: plan.rows.alias, types: types, hasPrevious: true))
  }

  /// Adds a part of the match key.
  func add(_ part: KeyPart) { keys.append(part) }

  func part(_ expression: Expression) throws(KernelError) -> KeyPart {
    try KeyPart(expression, alias: plan.rows.alias, types: types)
  }

  /// The number of the aggregate's slot and the kind of its values.
  ///
  /// - Parameter next: the number a new slot gets; raised when it is taken.
  func slot(
    _ aggregation: Aggregation, next: inout Int
  ) throws(KernelError) -> (number: Int, kind: Kind) {
    var filter: NodeID?
    if let condition = aggregation.filter {
      filter = try rows.node(condition, .truth, "a filter")
    }
    let (argument, kind) = try argument(aggregation)
    if let known = slots.first(where: {
      $0.function == aggregation.function && $0.argument == argument && $0.filter == filter
    }) {
      return (known.number, kind)
    }
    slots.append(
      SlotProgram(
        number: next, function: aggregation.function, argument: argument, filter: filter))
    next += 1
    return (next - 1, kind)
  }

  /// The number of a value that hand kernels are given of each row.
  func values(
    _ argument: Expression, as type: ColumnType, next: inout Int
  ) throws(KernelError) -> Int {
    let node = try rows.stored(try rows.lower(argument), as: type)
    if let known = values.first(where: { $0.node == node }) { return known.number }
    values.append((next, node))
    next += 1
    return next - 1
  }

  private func argument(_ aggregation: Aggregation) throws(KernelError) -> (NodeID?, Kind) {
    let word = aggregation.function.word
    guard let argument = aggregation.argument else {
      guard aggregation.function == .count else {
        throw KernelError(.illTyped, "\(word) needs a value to look at")
      }
      return (nil, .integer)
    }
    switch aggregation.function {
    case .sum, .mean, .sampleDeviation, .populationDeviation:
      let node = try rows.exact(argument)
      let isInteger = aggregation.function == .sum && rows.program.kinds[node] == .integer
      return (node, isInteger ? .integer : .double)
    case .median: return (try rows.number(argument), .double)
    case .streakAbove, .streakBelow: return (try rows.number(argument), .integer)
    case .anyTrue, .allTrue: return (try rows.node(argument, .truth, word), .truth)
    case .streak: return (try rows.node(argument, .truth, word), .integer)
    case .newest(let n) where n < 1:
      throw KernelError(.unsupported, "the newest row is number 1, not \(n)")
    case .everyValue:
      throw KernelError(.unsupported, "'\(word)' stands outside a hand kernel")
    case .count, .newest, .oldest:
      let node = try rows.lower(argument)
      return (node, aggregation.function == .count ? .integer : rows.program.kinds[node])
    case .countDistinct, .smallest, .largest:
      let node = try rows.lower(argument)
      let kind = rows.program.kinds[node]
      guard !kind.isList else { throw KernelError(.unsupported, "\(word) does not take lists") }
      return (node, aggregation.function == .countDistinct ? .integer : kind)
    }
  }

  func finish() throws(KernelError) -> HistoryProgram {
    var order = Lowering(RowLevel(alias: plan.rows.alias, types: types, hasPrevious: false))
    var terms: [(node: NodeID, isDescending: Bool)] = []
    for term in plan.order {
      let node = try order.lower(term.value)
      guard !order.program.kinds[node].isList else {
        throw KernelError(.unsupported, "rows are not ordered by lists")
      }
      terms.append((node, term.descending))
    }
    return HistoryProgram(
      alias: plan.rows.alias, day: day, types: types, keys: keys, order: order.leaves,
      orderProgram: order.program, terms: terms, rows: rows.leaves, rowProgram: rows.program,
      slots: slots, values: values)
  }
}
