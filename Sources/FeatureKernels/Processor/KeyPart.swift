import FeatureAlgebra

/// One part of a match key, on the side of the rows.
struct KeyPart: Sendable {
  private let level: RowLevel
  private let program: Program
  private let node: NodeID
  /// Of the expression's values.
  let kind: Kind
  /// The other side of the match is a double.
  var isDouble = false

  init(_ expression: Expression, alias: String, types: [String: ColumnType]) throws(KernelError) {
    var lowering = Lowering(RowLevel(alias: alias, types: types, hasPrevious: false))
    node = try lowering.lower(expression)
    kind = lowering.program.kinds[node]
    level = lowering.leaves
    program = lowering.program
  }

  /// The columns that are read where the part itself is not given.
  var columns: [String] { level.names }

  /// The part's values: of the column that holds them ready, or computed.
  ///
  /// - Parameter number: of the part in its key.
  /// - Throws: `missing-input`, `wrong-type`, or `broken-key` where a value cannot be computed.
  func values(_ number: Int, of table: Table) throws(KernelError) -> Register {
    let rows = 0..<table.count
    if let column = table[KernelProgram.matchKey(number)] {
      let register = Register(column, rows: rows)
      guard register.kind == kind else {
        throw KernelError(
          .wrongType,
          "part \(number + 1) of the key of '\(level.alias)' holds \(column.word), not \(kind.word)"
        )
      }
      return isDouble ? .double(register.asDoubles) : register
    }
    let machine = Machine(program, results: [node], inputs: try level.bind(table))
    let register = machine.run(rows)[0]
    if register.faults?.contains(where: { $0 != .none }) ?? false {
      throw KernelError(
        .brokenKey, "part \(number + 1) of the key of '\(level.alias)' cannot be computed")
    }
    return isDouble ? .double(register.asDoubles) : register
  }
}

extension KernelProgram {
  /// The name under which a table may hold a part of its rows' match key ready: `match key 1` is part 0.
  ///
  /// Plain columns need no such name. A computed part that is not given is computed from the columns.
  public static func matchKey(_ part: Int) -> String { "match key \(part + 1)" }
}

extension Register {
  var kind: Kind {
    switch self {
    case .integer: .integer
    case .double: .double
    case .decimal(_, let scale): .decimal(scale: scale)
    case .truth: .truth
    case .day: .day
    case .timestamp: .timestamp
    case .text: .text
    case .index: .index
    case .list(let column, _): if case .textList = column.values { .textList } else { .doubleList }
    }
  }
}
