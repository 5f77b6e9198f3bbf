import FeatureAlgebra

/// The place of a node in its program.
typealias NodeID = Int

/// One step of a program: an operation on the results of earlier nodes, with all conversions spelled out.
///
/// Equal expressions become one node, so each is computed once per row however many features use it.
enum Node: Hashable, Sendable {
  case constant(Literal)
  /// The column of that number among the inputs.
  case input(Int)
  /// The value one row earlier of the same entity.
  case previous(NodeID)

  /// Integers and decimals as doubles.
  case asDouble(NodeID)
  case negated(NodeID)
  case absolute(NodeID)
  case squareRoot(NodeID)
  case floor(NodeID)
  /// Both operands integers, or both doubles.
  case arithmetic(Arithmetic, NodeID, NodeID)
  case ratio(NodeID, NodeID)
  case rounded(NodeID, scale: Int)
  /// `rounded` as the unscaled integer, for exact sums.
  case unscaled(NodeID, scale: Int)
  case clamped(NodeID, low: NodeID, high: NodeID)

  /// Both operands of one kind.
  case comparison(Comparison, NodeID, NodeID)
  case all([NodeID])
  case any([NodeID])
  case not(NodeID)
  case isNull(NodeID)
  /// The literals are of the operand's kind, none NULL.
  case isIn(NodeID, [Literal])

  /// Conditions, as many values, and the value of rows where no condition is true; values of one kind.
  case choice([NodeID], [NodeID], otherwise: NodeID)
  case firstPresent([NodeID])
  case labelOfExtreme(Extreme, [String], [NodeID])

  case days(from: NodeID, to: NodeID)
  case wholeYears(from: NodeID, to: NodeID)
  case dayPlus(NodeID, Int)
  case dayOf(NodeID)
  case seasonYear(NodeID, firstMonth: Int)

  case clockMinutes(NodeID)
  case lowercased(NodeID)
  case joined([NodeID], separator: String)
  case concatenated([NodeID])
  case cast(NodeID, ColumnType)
  case list([NodeID])
  case listOfPresent([NodeID])
  /// What a model predicts from doubles, one for each value that it looks at.
  case prediction(TreeProgram, [NodeID])
  /// The value brought to its column's type.
  case stored(NodeID, ColumnType)

  /// What only programs over entities and days have.
  case window(WindowNode)

  /// The nodes this one reads.
  var operands: [NodeID] {
    switch self {
    case .constant, .input: []
    case .previous(let x), .asDouble(let x), .negated(let x), .absolute(let x), .squareRoot(let x),
      .floor(let x), .rounded(let x, _), .unscaled(let x, _), .not(let x), .isNull(let x),
      .isIn(let x, _), .dayPlus(let x, _), .dayOf(let x), .seasonYear(let x, _),
      .clockMinutes(let x), .lowercased(let x), .cast(let x, _), .stored(let x, _):
      [x]
    case .arithmetic(_, let a, let b), .ratio(let a, let b), .comparison(_, let a, let b),
      .days(let a, let b), .wholeYears(let a, let b):
      [a, b]
    case .clamped(let x, let low, let high): [x, low, high]
    case .all(let xs), .any(let xs), .firstPresent(let xs), .joined(let xs, _),
      .concatenated(let xs), .list(let xs), .listOfPresent(let xs), .labelOfExtreme(_, _, let xs),
      .prediction(_, let xs):
      xs
    case .choice(let conditions, let values, let otherwise): conditions + values + [otherwise]
    case .window(let node): node.operands
    }
  }
}
