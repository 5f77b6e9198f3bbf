import FeatureAlgebra

/// Runs a program over batches of rows, one node at a time over the whole batch.
///
/// A machine belongs to one worker; what it remembers between batches saves time and shows in no value.
final class Machine {
  let program: Program
  private let results: [NodeID]
  private let freed: [[NodeID]]
  /// Nodes that some result depends on; the others are passed over.
  private let isNeeded: [Bool]
  let inputs: [Column]
  private var registers: [Register?]
  /// Where windows look; nil in programs over rows.
  let windows: WindowState?
  /// Row-level programs: whether a row is the first of its entity.
  private let isFirst: [Bool]

  /// Rows of the batch at hand.
  private(set) var rows = 0..<0
  /// What text nodes worked out per dictionary.
  var memo: [NodeID: TextMemo] = [:]

  init(
    _ program: Program, results: [NodeID], inputs: [Column], windows: WindowState? = nil,
    isFirst: [Bool] = []
  ) {
    self.program = program
    self.results = results
    self.inputs = inputs
    self.windows = windows
    self.isFirst = isFirst
    isNeeded = program.needed(for: results)
    freed = program.lastReads(keeping: results)
    registers = [Register?](repeating: nil, count: program.nodes.count)
  }

  var count: Int { rows.count }

  /// The results for a batch of rows, in the order in which they were asked for.
  ///
  /// - Parameter rows: begins at a multiple of 64; all rows where the program reads previous ones.
  func run(_ rows: Range<Int>) -> [Register] {
    self.rows = rows
    for (id, node) in program.nodes.enumerated() {
      guard isNeeded[id] else { continue }
      registers[id] = evaluate(node, id)
      for operand in freed[id] { registers[operand] = nil }
    }
    let answer = results.map { self[$0] }
    for id in registers.indices { registers[id] = nil }
    return answer
  }

  subscript(id: NodeID) -> Register {
    guard let register = registers[id] else {
      preconditionFailure("a node's operands are evaluated before it and kept until its last use")
    }
    return register
  }

  private func evaluate(_ node: Node, _ id: NodeID) -> Register {
    switch node {
    case .constant: constant(id)
    case .input(let column): Register(inputs[column], rows: rows)
    case .previous(let x): previous(self[x], isFirst: isFirst)
    case .asDouble(let x): .double(asDouble(self[x]))
    case .negated(let x): negated(self[x])
    case .absolute(let x): absolute(self[x])
    case .squareRoot(let x): .double(squareRoot(doubles(x)))
    case .floor(let x): .double(doubles(x).map { $0.rounded(.down) })
    case .arithmetic(let op, let a, let b): arithmetic(op, self[a], self[b])
    case .ratio(let a, let b): .double(ratio(doubles(a), doubles(b)))
    case .rounded(let x, let scale): .double(rounded(doubles(x), scale: scale))
    case .unscaled(let x, let scale): .decimal(unscaled(doubles(x), scale: scale), scale: scale)
    case .clamped(let x, let low, let high): clamped(self[x], low: self[low], high: self[high])
    case .comparison(let op, let a, let b): .truth(comparison(op, self[a], self[b], id))
    case .all(let xs): .truth(all(xs.map(truths)))
    case .any(let xs): .truth(any(xs.map(truths)))
    case .not(let x): .truth(truths(x).map { Truth.yes - $0 })
    case .isNull(let x): .truth(self[x].presence.map { Truth.yes - $0 })
    case .isIn(let x, let literals): .truth(isIn(self[x], literals, id))
    case .choice(let conditions, let values, let otherwise):
      choice(conditions.map(truths), values.map { self[$0] }, otherwise: self[otherwise], id)
    case .firstPresent(let xs): firstPresent(xs.map { self[$0] }, id)
    case .labelOfExtreme(let extreme, let labels, let xs):
      labelOfExtreme(extreme, labels, xs.map { self[$0] }, id)
    case .days(let from, let to):
      .integer(days(from).map(with: days(to)) { Int64($1) - Int64($0) })
    case .wholeYears(let from, let to):
      .integer(days(from).map(with: days(to)) { wholeYears(from: $0, to: $1) })
    case .dayPlus(let x, let n): .day(dayPlus(days(x), n))
    case .dayOf(let x): .day(dayOf(timestamps(x)))
    case .seasonYear(let x, let month): .integer(days(x).map { seasonYear($0, month) })
    case .clockMinutes(let x): .double(clockMinutes(x, id))
    case .lowercased(let x): lowercased(x, id)
    case .joined(let xs, let separator): joined(xs, separator, id)
    case .concatenated(let xs): concatenated(xs, id)
    case .cast(let x, let type): cast(self[x], to: type)
    case .list(let xs): list(xs.map { self[$0] }, keepsNulls: true)
    case .listOfPresent(let xs): list(xs.map { self[$0] }, keepsNulls: false)
    case .prediction(let trees, let xs): .double(prediction(trees, xs.map(doubles)))
    case .stored(let x, let type): stored(self[x], as: type)
    case .window(let node): window(node, id)
    }
  }

  private func constant(_ id: NodeID) -> Register {
    guard let register = program.constants[id] else {
      preconditionFailure("a program holds its constants")
    }
    guard case .list(let column, let faults) = register else { return register }
    return .list(column.gather([Int32](repeating: 0, count: count)), faults: faults)
  }
}

/// Registers of the kind that lowering promised.
extension Machine {
  func doubles(_ id: NodeID) -> Vector<Double> {
    guard case .double(let vector) = self[id] else { broken(id, "doubles") }
    return vector
  }

  func truths(_ id: NodeID) -> Vector<UInt8> {
    guard case .truth(let vector) = self[id] else { broken(id, "conditions") }
    return vector
  }

  func days(_ id: NodeID) -> Vector<Int32> {
    guard case .day(let vector) = self[id] else { broken(id, "days") }
    return vector
  }

  func timestamps(_ id: NodeID) -> Vector<Int64> {
    guard case .timestamp(let vector) = self[id] else { broken(id, "timestamps") }
    return vector
  }

  func texts(_ id: NodeID) -> (Vector<Int32>, TextDictionary) {
    guard case .text(let codes, let dictionary) = self[id] else { broken(id, "texts") }
    return (codes, dictionary)
  }

  func indices(_ id: NodeID) -> Vector<Int32> {
    guard case .index(let vector) = self[id] else { broken(id, "places") }
    return vector
  }

  private func broken(_ id: NodeID, _ word: String) -> Never {
    preconditionFailure("lowering promised \(word) in node \(id)")
  }
}
