import FeatureAlgebra

/// Where the leaves of an expression get their values: a row of a table, or an entity on a day.
protocol Level {
  mutating func column(
    rows: String, name: String, in program: inout Program
  ) throws(KernelError) -> NodeID
  mutating func feature(_ name: String, in program: inout Program) throws(KernelError) -> NodeID
  mutating func asOfDay(in program: inout Program) throws(KernelError) -> NodeID
  mutating func seasonOpening(in program: inout Program) throws(KernelError) -> NodeID
  mutating func aggregate(
    _ aggregation: Aggregation, in program: inout Program
  ) throws(KernelError) -> NodeID
  mutating func measured(
    _ aggregation: Aggregation, against limit: NodeID, in program: inout Program
  ) throws(KernelError) -> NodeID
  mutating func league(
    _ average: LeagueAverage, in program: inout Program
  ) throws(KernelError) -> NodeID
  mutating func coverage(
    _ measure: CoverageMeasure, window: String, in program: inout Program
  ) throws(KernelError) -> NodeID
  /// - Parameter values: the nodes of the values of the entity, of the types that the call declares.
  mutating func kernel(
    _ call: KernelCall, values: [NodeID], columns: [Expression], in program: inout Program
  ) throws(KernelError) -> NodeID
  /// Whether a row has a row before it.
  var hasPrevious: Bool { get }
}

/// Turns expressions into nodes.
struct Lowering<Leaves: Level> {
  var leaves: Leaves
  var program = Program()

  init(_ leaves: Leaves) { self.leaves = leaves }

  /// - Throws: `ill-typed`, `wrong-level`, `missing-input` or `unsupported`.
  mutating func lower(_ expression: Expression) throws(KernelError) -> NodeID {
    switch expression {
    case .literal(let literal): return program.constant(literal)
    case .column(let rows, let name):
      return try leaves.column(rows: rows, name: name, in: &program)
    case .feature(let name): return try leaves.feature(name, in: &program)
    case .asOfDay: return try leaves.asOfDay(in: &program)
    case .seasonOpening: return try leaves.seasonOpening(in: &program)
    case .aggregate(let aggregation): return try leaves.aggregate(aggregation, in: &program)
    case .measured(let aggregation, let limit):
      let limit = try double(limit)
      return try leaves.measured(aggregation, against: limit, in: &program)
    case .league(let average): return try leaves.league(average, in: &program)
    case .coverage(let measure, let window):
      return try leaves.coverage(measure, window: window, in: &program)
    case .previous(let x):
      return try previous(try lower(x))

    case .negated(let x):
      let x = try exactOrDouble(x)
      return program.add(.negated(x), program.kinds[x])
    case .absolute(let x):
      let x = try exactOrDouble(x)
      return program.add(.absolute(x), program.kinds[x])
    case .squareRoot(let x): return program.add(.squareRoot(try double(x)), .double)
    case .floor(let x): return program.add(.floor(try double(x)), .double)
    case .arithmetic(let op, let a, let b):
      let operands = try numbers([a, b])
      return program.add(
        .arithmetic(op, operands[0], operands[1]), program.kinds[operands[0]])
    case .ratio(let a, let b):
      return program.add(.ratio(try double(a), try double(b)), .double)
    case .rounded(let x, let scale):
      try check(scale)
      return program.add(.rounded(try double(x), scale: scale), .double)
    case .clamped(let x, let low, let high):
      let all = try numbers([x, low, high])
      return program.add(.clamped(all[0], low: all[1], high: all[2]), program.kinds[all[0]])

    case .comparison(let op, let a, let b):
      let operands = try unified([a, b], "a comparison")
      guard !program.kinds[operands[0]].isList else {
        throw KernelError(.unsupported, "lists are not compared")
      }
      return program.add(.comparison(op, operands[0], operands[1]), .truth)
    case .all(let xs): return program.add(.all(try conditions(xs)), .truth)
    case .any(let xs): return program.add(.any(try conditions(xs)), .truth)
    case .not(let x): return program.add(.not(try conditions([x])[0]), .truth)
    case .isNull(let x): return program.add(.isNull(try lower(x)), .truth)
    case .isIn(let x, let literals): return try isIn(x, literals)

    case .choice(let branches, let otherwise):
      let conditions = try conditions(branches.map(\.condition))
      let values = try unified(branches.map(\.value) + [otherwise], "a choice")
      return choice(conditions, values)
    case .firstPresent(let xs):
      let values = try unified(xs, "first present")
      return program.add(.firstPresent(values), program.kinds[values[0]])
    case .labelOfExtreme(let extreme, let candidates):
      guard !candidates.isEmpty else {
        throw KernelError(.illTyped, "a label of the \(extreme.rawValue) needs a candidate")
      }
      let values = try numbers(candidates.map(\.value))
      return program.add(.labelOfExtreme(extreme, candidates.map(\.label), values), .text)

    case .days(let from, let to):
      let days = (try node(from, .day, "days"), try node(to, .day, "days"))
      return program.add(.days(from: days.0, to: days.1), .integer)
    case .wholeYears(let from, let to):
      let days = (try node(from, .day, "years between"), try node(to, .day, "years between"))
      return program.add(.wholeYears(from: days.0, to: days.1), .integer)
    case .dayPlus(let x, let days):
      return program.add(.dayPlus(try node(x, .day, "day plus days"), days), .day)
    case .dayOf(let x): return program.add(.dayOf(try node(x, .timestamp, "day of")), .day)
    case .seasonYear(let x, let month):
      return program.add(
        .seasonYear(try node(x, .day, "season year"), firstMonth: month), .integer)

    case .clockMinutes(let x):
      return program.add(.clockMinutes(try node(x, .text, "clock minutes")), .double)
    case .lowercased(let x): return program.add(.lowercased(try node(x, .text, "lower")), .text)
    case .joined(let xs, let separator):
      return program.add(.joined(try texts(xs), separator: separator), .text)
    case .concatenated(let xs): return program.add(.concatenated(try texts(xs)), .text)
    case .cast(let x, let type): return try cast(try lower(x), to: type)
    case .list(let xs):
      let (elements, kind) = try elements(xs)
      return program.add(.list(elements), kind)
    case .listOfPresent(let xs):
      let (elements, kind) = try elements(xs)
      return program.add(.listOfPresent(elements), kind)

    case .prediction(let model, let values): return try prediction(of: model, values)
    case .kernel(let call, let inputs):
      var values: [NodeID] = []
      for (part, input) in zip(call.values, inputs) {
        values.append(try stored(try lower(input), as: part.type))
      }
      return try leaves.kernel(
        call, values: values, columns: Array(inputs.dropFirst(values.count)), in: &program)
    }
  }
}
