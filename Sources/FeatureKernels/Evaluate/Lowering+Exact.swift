import FeatureAlgebra

extension Lowering {
  /// An argument of an exact sum, as integers or as unscaled decimals.
  ///
  /// The scale is that of the expression's type: decimals of one scale may meet in a choice, a decimal
  /// and an integer may not.
  /// - Throws: `ill-typed` where the values are doubles.
  mutating func exact(_ expression: Expression) throws(KernelError) -> NodeID {
    switch expression {
    case .rounded(let x, let scale):
      try check(scale)
      return program.add(.unscaled(try double(x), scale: scale), .decimal(scale: scale))
    case .choice(let branches, let otherwise):
      let conditions = try conditions(branches.map(\.condition))
      return choice(conditions, try exact(branches.map(\.value) + [otherwise]))
    case .firstPresent(let xs):
      let values = try exact(xs)
      return program.add(.firstPresent(values), program.kinds[values[0]])
    case .previous(let x): return try previous(try exact(x))
    default:
      let x = try lower(expression)
      switch program.kinds[x] {
      case .integer, .decimal: return x
      case .double, .truth, .day, .timestamp, .text, .textList, .doubleList, .index:
        throw KernelError(
          .illTyped, "an exact sum takes integers or decimals, not \(program.kinds[x].word)")
      }
    }
  }

  private mutating func exact(_ xs: [Expression]) throws(KernelError) -> [NodeID] {
    var nodes: [NodeID] = []
    for x in xs { nodes.append(try exact(x)) }
    guard let first = nodes.first else { throw KernelError(.illTyped, "first present is empty") }
    for node in nodes where program.kinds[node] != program.kinds[first] {
      throw KernelError(.illTyped, "an exact sum mixes scales; round all values to one")
    }
    return nodes
  }
}
