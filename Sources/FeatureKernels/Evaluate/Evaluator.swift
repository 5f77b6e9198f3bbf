package import FeatureAlgebra

/// Expressions over the rows of one table: the scalar evaluator on its own.
package struct Evaluator: Sendable {
  private let program: Program
  private let level: RowLevel
  private let results: [NodeID]
  private let types: [ColumnType?]

  /// - Parameters:
  ///   - expressions: each with the type its values are brought to; nil leaves them as they are.
  ///   - alias: the name under which expressions read the table.
  ///   - columns: the table's columns by name.
  package init(
    _ expressions: [(Expression, storedAs: ColumnType?)], alias: String,
    columns: [String: ColumnType]
  ) throws(KernelError) {
    var lowering = Lowering(RowLevel(alias: alias, types: columns, hasPrevious: true))
    var results: [NodeID] = []
    for (expression, type) in expressions {
      var id = try lowering.lower(expression)
      if let type { id = try lowering.stored(id, as: type) }
      results.append(id)
    }
    program = lowering.program
    level = lowering.leaves
    self.results = results
    types = expressions.map(\.storedAs)
  }

  /// A column per expression, and what went wrong in which row; such rows are NULL.
  ///
  /// - Parameter isFirst: whether each row is its entity's first, for `previous`; nil where all rows
  ///   are one entity's.
  package func evaluate(
    _ table: Table, isFirst: [Bool]? = nil
  ) throws(KernelError) -> [(column: Column, errors: [EvaluationError])] {
    let isFirst = isFirst ?? (0..<table.count).map { $0 == 0 }
    let machine = Machine(
      program, results: results, inputs: try level.bind(table), isFirst: isFirst)
    return machine.run(0..<table.count).enumerated().map { number, register in
      let faults = register.faults?.spread(over: table.count)
      let errors = (faults ?? []).enumerated().compactMap { row, fault in
        EvaluationError(fault: fault, feature: "expression \(number)", row: row)
      }
      return (Column(register.withoutFaulty, count: table.count), errors)
    }
  }
}

extension Lowering {
  /// The node's value as a column of a type holds it.
  mutating func stored(_ x: NodeID, as type: ColumnType) throws(KernelError) -> NodeID {
    let (from, to) = (program.kinds[x], Kind(type))
    if case .decimal(let precision, let scale) = type { try check(scale, precision: precision) }
    guard from == to || from.isNumber && to.isNumber else {
      throw KernelError(.illTyped, "\(from.word) is not stored as \(type)")
    }
    return program.add(.stored(x, type), to)
  }
}

extension Register {
  /// The same values with NULL where a row has a fault.
  var withoutFaulty: Register {
    guard let faults else { return self }
    var bits = Validity(allValid: faults.count)
    for (row, fault) in faults.enumerated() where fault != .none { bits.setNull(row) }
    func cleared<Element>(_ vector: Vector<Element>) -> Vector<Element> {
      vector.with(
        Gaps(validity: Gaps.both(vector.gaps.validity, bits.words[...]), faults: nil))
    }
    switch self {
    case .integer(let vector): return .integer(cleared(vector))
    case .double(let vector): return .double(cleared(vector))
    case .decimal(let vector, let scale): return .decimal(cleared(vector), scale: scale)
    case .truth(let vector): return .truth(cleared(vector).settled())
    case .day(let vector): return .day(cleared(vector))
    case .timestamp(let vector): return .timestamp(cleared(vector))
    case .text(let codes, let dictionary): return .text(cleared(codes), dictionary)
    case .index(let vector): return .index(cleared(vector))
    case .list(let column, _):
      let places = faults.enumerated().map { $1 == .none ? Int32($0) : -1 }
      return .list(column.gather(places), faults: nil)
    }
  }
}
