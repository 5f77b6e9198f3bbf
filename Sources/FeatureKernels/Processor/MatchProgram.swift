import FeatureAlgebra
import FeaturePlan

/// Rows that completeness matches by key and day: expected games, and what excuses a missing one.
struct MatchProgram: Sendable {
  let alias: String
  let keys: [KeyPart]
  let day: String

  /// Lowers both sides of a match.
  ///
  /// - Parameter entity: gets the nodes of the entity's side.
  init(
    _ rows: RowsPlan, _ match: [Match], entity: inout [NodeID],
    in lowering: inout Lowering<EntityLevel>
  ) throws(KernelError) {
    guard let day = rows.day else {
      throw KernelError(.unsupported, "the rows of '\(rows.alias)' have no day")
    }
    let types = Dictionary(
      rows.columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    var keys: [KeyPart] = []
    for pair in match {
      var part = try KeyPart(pair.row, alias: rows.alias, types: types)
      entity.append(try MatchProgram.match(&part, with: pair.entity, rows.alias, &lowering))
      keys.append(part)
    }
    alias = rows.alias
    self.keys = keys
    self.day = day
  }

  /// The node of the entity's side, brought to the kind of the rows' side or both to doubles.
  static func match(
    _ part: inout KeyPart, with entity: Expression, _ alias: String,
    _ lowering: inout Lowering<EntityLevel>
  ) throws(KernelError) -> NodeID {
    let node = try lowering.lower(entity)
    guard try needsDoubles(part.kind, lowering.program.kinds[node], alias) else { return node }
    part.isDouble = true
    return lowering.program.asDouble(node)
  }

  /// Whether two sides of a match meet as doubles: numbers that are not both integers do.
  private static func needsDoubles(
    _ row: Kind, _ entity: Kind, _ alias: String
  ) throws(KernelError) -> Bool {
    if row.isNumber, entity.isNumber { return row != .integer || entity != .integer }
    guard row == entity, !row.isList else {
      throw KernelError(
        .illTyped, "rows of '\(alias)' match \(row.word) with \(entity.word)")
    }
    return false
  }
}

/// The entities of a population that kernels find themselves.
struct GridProgram: Sendable {
  /// The history whose entities are taken.
  let history: Int
  let by: [String]
  /// Whether the history's own match key is `by`: its index serves then.
  let sharesIndex: Bool
  let program: Program
  let inputs: [InputSource]
  let isPresent: NodeID

  init?(
    _ population: PopulationPlan, _ context: ProcessorContext
  ) throws(KernelError) {
    guard case .entities(let alias, let by, let window) = population else { return nil }
    guard let history = context.history(alias) else {
      throw KernelError(.missingInput, "the entities of '\(alias)' are those of no history")
    }
    var lowering = Lowering(EntityLevel(context, league: history))
    var leaves = lowering.leaves
    let entity = leaves.place(.entity, in: &lowering.program)
    // The grid's rows come after all histories where the index is not shared.
    let columns = by.map { Expression.column(rows: alias, name: $0) }
    let plan = context.histories[history].plan
    sharesIndex = plan.match.map(\.row) == columns
    let timeline = TimelineID.history(sharesIndex ? history : context.histories.count)
    let (start, end) = leaves.rows(of: window, in: timeline, entity, &lowering.program)
    isPresent = lowering.program.add(.window(.anyRows(starts: [start], ends: [end])), .truth)
    self.history = history
    self.by = by
    program = lowering.program
    inputs = leaves.inputs
  }
}
