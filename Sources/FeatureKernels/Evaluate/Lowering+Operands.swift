import FeatureAlgebra

/// Operands brought to the kinds that operations take.
extension Lowering {
  /// A node that must be of one kind.
  mutating func node(
    _ x: Expression, _ kind: Kind, _ place: String
  ) throws(KernelError) -> NodeID {
    let x = try lower(x)
    guard program.kinds[x] == kind else {
      throw KernelError(.illTyped, "\(place) takes \(kind.word), not \(program.kinds[x].word)")
    }
    return x
  }

  mutating func number(_ x: Expression) throws(KernelError) -> NodeID {
    let x = try lower(x)
    guard program.kinds[x].isNumber else {
      throw KernelError(.illTyped, "arithmetic takes numbers, not \(program.kinds[x].word)")
    }
    return x
  }

  mutating func double(_ x: Expression) throws(KernelError) -> NodeID {
    program.asDouble(try number(x))
  }

  /// An integer as it is, any other number as a double.
  mutating func exactOrDouble(_ x: Expression) throws(KernelError) -> NodeID {
    let x = try number(x)
    return program.kinds[x] == .integer ? x : program.asDouble(x)
  }

  /// All integers, or all doubles.
  mutating func numbers(_ xs: [Expression]) throws(KernelError) -> [NodeID] {
    var nodes: [NodeID] = []
    for x in xs { nodes.append(try number(x)) }
    if nodes.allSatisfy({ program.kinds[$0] == .integer }) { return nodes }
    return nodes.map { program.asDouble($0) }
  }

  mutating func conditions(_ xs: [Expression]) throws(KernelError) -> [NodeID] {
    var nodes: [NodeID] = []
    for x in xs { nodes.append(try node(x, .truth, "a condition")) }
    return nodes
  }

  mutating func texts(_ xs: [Expression]) throws(KernelError) -> [NodeID] {
    var nodes: [NodeID] = []
    for x in xs { nodes.append(try node(x, .text, "joining texts")) }
    guard !nodes.isEmpty else { throw KernelError(.illTyped, "joining texts needs a text") }
    return nodes
  }

  /// Nodes of one kind; numbers of different kinds become doubles.
  mutating func unified(
    _ xs: [Expression], _ place: String
  ) throws(KernelError) -> [NodeID] {
    var nodes: [NodeID] = []
    for x in xs { nodes.append(try lower(x)) }
    return try unified(nodes, place)
  }

  mutating func unified(_ nodes: [NodeID], _ place: String) throws(KernelError) -> [NodeID] {
    guard let first = nodes.first else { throw KernelError(.illTyped, "\(place) is empty") }
    let kind = program.kinds[first]
    if nodes.allSatisfy({ program.kinds[$0] == kind }) { return nodes }
    for node in nodes where !program.kinds[node].isNumber || !kind.isNumber {
      throw KernelError(.illTyped, "\(place) mixes \(kind.word) with \(program.kinds[node].word)")
    }
    return nodes.map { program.asDouble($0) }
  }

  mutating func isIn(
    _ x: Expression, _ literals: [Literal]
  ) throws(KernelError) -> NodeID {
    var x = try lower(x)
    guard !program.kinds[x].isList else {
      throw KernelError(.unsupported, "lists are not compared")
    }
    let present = literals.filter { if case .null = $0 { false } else { true } }
    let kinds = present.map { Kind($0.type) }
    if kinds.allSatisfy({ $0 == program.kinds[x] }) {
      return program.add(.isIn(x, present), .truth)
    }
    guard program.kinds[x].isNumber, kinds.allSatisfy(\.isNumber) else {
      throw KernelError(.illTyped, "a list of values mixes \(program.kinds[x].word) with others")
    }
    x = program.asDouble(x)
    return program.add(
      .isIn(
        x,
        present.map { if case .integer(let value) = $0 { .double(Double(value)) } else { $0 } }),
      .truth)
  }

  mutating func choice(_ conditions: [NodeID], _ values: [NodeID]) -> NodeID {
    let otherwise = values[values.count - 1]
    if conditions.isEmpty { return otherwise }
    return program.add(
      .choice(conditions, Array(values.dropLast()), otherwise: otherwise),
      program.kinds[otherwise])
  }

  func previous(_ x: NodeID, in program: inout Program) throws(KernelError) -> NodeID {
    guard leaves.hasPrevious else {
      throw KernelError(.wrongLevel, "'previous' stands outside the rows of a history")
    }
    return program.add(.previous(x), program.kinds[x])
  }

  mutating func previous(_ x: NodeID) throws(KernelError) -> NodeID {
    try previous(x, in: &program)
  }

  mutating func elements(_ xs: [Expression]) throws(KernelError) -> ([NodeID], Kind) {
    let nodes = try unified(xs, "a list")
    switch program.kinds[nodes[0]] {
    case .text: return (nodes, .textList)
    case .integer, .double, .decimal: return (nodes.map { program.asDouble($0) }, .doubleList)
    case .truth, .day, .timestamp, .textList, .doubleList, .index:
      throw KernelError(
        .illTyped, "a list holds texts or numbers, not \(program.kinds[nodes[0]].word)")
    }
  }

  mutating func cast(_ x: NodeID, to type: ColumnType) throws(KernelError) -> NodeID {
    let from = program.kinds[x]
    let to = Kind(type)
    if from == to, !type.isNumeric || type == .integer || type == .double { return x }
    if case .decimal(let precision, let scale) = type { try check(scale, precision: precision) }
    let isPossible =
      from.isNumber && to.isNumber || from == to
      || to == .text && (from == .integer || from.isDecimal || from == .day || from == .truth)
      || type == .integer && from == .truth
    guard isPossible else {
      throw KernelError(.illTyped, "\(from.word) cannot become \(to.word)")
    }
    return program.add(.cast(x, type), to)
  }

  func check(_ scale: Int, precision: Int = 18) throws(KernelError) {
    guard (0...18).contains(scale), (1...18).contains(precision) else {
      throw KernelError(.unsupported, "decimals have at most 18 digits, 0 to 18 after the point")
    }
  }
}
