import FeatureAlgebra

/// Nodes in an order in which each reads only earlier ones.
struct Program: Sendable {
  private(set) var nodes: [Node] = []
  private(set) var kinds: [Kind] = []
  /// What constants hold, by node; made once, so that text constants keep one dictionary.
  private(set) var constants: [NodeID: Register] = [:]
  private var known: [Node: NodeID] = [:]

  /// The node, new or known. - Precondition: its operands are nodes of this program.
  mutating func add(_ node: Node, _ kind: Kind) -> NodeID {
    if let id = known[node] { return id }
    let id = nodes.count
    if case .constant(let literal) = node { constants[id] = Register(literal) }
    nodes.append(node)
    kinds.append(kind)
    known[node] = id
    return id
  }

  mutating func constant(_ literal: Literal) -> NodeID {
    add(.constant(literal), Kind(literal.type))
  }

  /// The number as a double.
  mutating func asDouble(_ x: NodeID) -> NodeID {
    kinds[x] == .double ? x : add(.asDouble(x), .double)
  }

  /// Which nodes the results depend on.
  func needed(for results: [NodeID]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for id in results { isNeeded[id] = true }
    for id in nodes.indices.reversed() where isNeeded[id] {
      for operand in nodes[id].operands { isNeeded[operand] = true }
    }
    return isNeeded
  }

  /// For each node the nodes whose last reader it is: their registers are let go after it.
  func lastReads(keeping results: [NodeID]) -> [[NodeID]] {
    var reader = [Int](repeating: -1, count: nodes.count)
    let isNeeded = needed(for: results)
    for (id, node) in nodes.enumerated() where isNeeded[id] {
      for operand in node.operands { reader[operand] = id }
    }
    for id in results { reader[id] = -1 }
    var freed = [[NodeID]](repeating: [], count: nodes.count)
    for (id, last) in reader.enumerated() where last >= 0 { freed[last].append(id) }
    return freed
  }
}

extension Register {
  /// One value for every row.
  init(_ literal: Literal) {
    switch literal {
    case .integer(let value): self = .integer(Vector(constant: value))
    case .double(let value): self = .double(Vector(constant: value))
    case .text(let value):
      self = .text(Vector(constant: 0), TextDictionary(distinct: [value]))
    case .boolean(let value): self = .truth(Vector(constant: value ? Truth.yes : Truth.no))
    case .day(let value): self = .day(Vector(constant: value.ordinal))
    case .null(let type):
      switch Kind(type) {
      case .integer, .index: self = .integer(Vector(nullOver: 0))
      case .double: self = .double(Vector(nullOver: 0))
      case .decimal(let scale): self = .decimal(Vector(nullOver: 0), scale: scale)
      case .truth: self = .truth(Vector(constant: Truth.unknown))
      case .day: self = .day(Vector(nullOver: 0))
      case .timestamp: self = .timestamp(Vector(nullOver: 0))
      case .text: self = .text(Vector(nullOver: 0), TextDictionary(distinct: [""]))
      case .textList: self = .list(.textLists([nil]), faults: nil)
      case .doubleList: self = .list(.doubleLists([nil]), faults: nil)
      }
    }
  }
}
