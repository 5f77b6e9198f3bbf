import FeatureAlgebra

/// The parts that a layer of features would write more than once: because features share them, or because
/// a shape writes an operand again (`clamped` asks whether it is NULL before it bounds it). Each becomes a
/// column of a table below, and stands once.
struct SharedParts {
  /// An expression on the entity level, and the feature that says it first.
  typealias Part = (owner: String, expression: Expression)

  /// Operations, constants and leaves that a column must have, and save, to be worth a name.
  private static let least = (size: 5, saved: 20)

  private struct Tally {
    let size: Int
    var times = 0
    /// Whether a row is sure to need it, whatever its conditions say.
    var isCertain = false
    var saved: Int { (times - 1) * size }
  }

  private let shape: ExpressionShape
  private var tallies: [Expression: Tally] = [:]

  /// The largest shared parts, in order of first use. They may share parts themselves.
  private(set) var parts: [Part] = []

  init(of asking: [Part], _ shape: ExpressionShape) throws(RenderError) {
    self.shape = shape
    for part in asking { count(part.expression, times: 1, isCertain: true) }
    for part in asking { try collect(part.expression, owner: part.owner) }
  }

  /// - Returns: how many nodes the expression has.
  @discardableResult
  private mutating func count(_ node: Expression, times: Int, isCertain: Bool) -> Int {
    if shape.columns[node] != nil { return 1 }
    var size = 1
    for operand in node.written {
      size += count(
        operand.expression, times: times * operand.times,
        isCertain: isCertain && operand.isCertain)
    }
    if size >= SharedParts.least.size {
      tallies[node, default: Tally(size: size)].times += times
      if isCertain { tallies[node]?.isCertain = true }
    }
    return size
  }

  private mutating func collect(_ node: Expression, owner: String) throws(RenderError) {
    if shape.columns[node] != nil { return }
    if let tally = tallies[node], tally.saved >= SharedParts.least.saved {
      if parts.contains(where: { $0.expression == node }) { return }
      // A column is computed for every row, also for those that would not ask.
      let isSafe = try isSafe(node, tally)
      if isSafe { return parts.append((owner, node)) }
    }
    for operand in node.written { try collect(operand.expression, owner: owner) }
  }

  private func isSafe(_ node: Expression, _ tally: Tally) throws(RenderError) -> Bool {
    if tally.isCertain { return true }
    return try !shape.canFail(node)
  }
}

extension Expression {
  fileprivate typealias Written = (expression: Expression, times: Int, isCertain: Bool)

  /// The operands with how often the shape writes each, and whether it is looked at in every row. What a
  /// model or a hand kernel is given is written elsewhere.
  fileprivate var written: [Written] {
    switch self {
    case .prediction, .kernel, .previous: []
    case .clamped(let x, let low, let high):
      if let from = low.constant, let to = high.constant, from <= to {
        [(x, x.isNeverNull ? 1 : 2, true), (low, 1, true), (high, 1, true)]
      } else {
        [(x, 4, true), (low, 3, true), (high, 3, true)]
      }
    case .squareRoot(let x): [(x, 2, true)]
    case .clockMinutes(let x): [(x, 3, true)]
    case .seasonYear(let x, let month): [(x, month <= 1 ? 1 : 3, true)]
    case .wholeYears(let from, let to): [(from, 4, true), (to, 4, true)]
    case .labelOfExtreme: operands.map { ($0, 2, true) }
    case .joined(let xs, _):
      xs.map { ($0, xs.contains(where: \.isNeverNull) ? 1 : 2, true) }
    case .choice, .firstPresent, .all, .any:
      operands.enumerated().map { ($0.element, 1, $0.offset == 0) }
    default: operands.map { ($0, 1, true) }
    }
  }
}

extension ExpressionShape {
  /// Whether some row could make the engine refuse to compute the value: whole numbers of 64 bits that
  /// overflow, values that do not fit a type, days beyond the calendar.
  fileprivate func canFail(_ expression: Expression) throws(RenderError) -> Bool {
    switch expression {
    case .arithmetic, .negated, .absolute:
      if try kind(of: expression) == .integer { return true }
    case .cast(_, let type):
      if type != .text, type != .double { return true }
    case .dayPlus, .prediction, .kernel: return true
    default: break
    }
    for operand in expression.operands {
      if try canFail(operand) { return true }
    }
    return false
  }
}
