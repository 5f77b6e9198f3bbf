import FeatureAlgebra

/// How two formulas differ, in the smallest words that say it: a window, a filter, a constant or a
/// rounding where the rest is equal, else the formula as a whole.
func aspects(_ old: Expression, _ new: Expression) -> [Change.Aspect] {
  guard old != new else { return [] }
  let before = Skeleton(old)
  let after = Skeleton(new)
  let whole = [Change.Aspect("formula", was: old.meaning, now: new.meaning)]
  guard before.shape == after.shape else { return whole }

  var list = AspectList()
  for change in Skeleton.changes(before.windows, after.windows, before.aggregates) {
    list.compare(
      change.isEverywhere ? "window" : "window of \(change.place)",
      change.was?.description ?? "none", change.now?.description ?? "none")
  }
  for change in Skeleton.changes(before.filters, after.filters, before.aggregates) {
    list.compare(
      change.isEverywhere ? "filter" : "filter of \(change.place)",
      change.was?.meaning ?? "none", change.now?.meaning ?? "none")
  }
  let places = before.constants.map(\.meaning)
  let constants = Skeleton.changes(before.constants, after.constants, places)
  for change in constants { list.compare("constant", change.was.meaning, change.now.meaning) }
  let decimals = before.scales.map(String.init)
  for change in Skeleton.changes(before.scales, after.scales, decimals) {
    list.compare("rounding", decimalWords(change.was), decimalWords(change.now))
  }
  let models = before.models.map(\.name)
  for change in Skeleton.changes(before.models, after.models, models) {
    list.compare("model", modelWords(change.was), modelWords(change.now))
  }
  return list.aspects.isEmpty || list.aspects.count > 4 ? whole : list.aspects
}

/// `1 decimal`, `2 decimals`
func decimalWords(_ scale: Int) -> String { scale == 1 ? "1 decimal" : "\(scale) decimals" }

/// `points 3f2a5c0e91b84d67 (40 trees)`
private func modelWords(_ model: TreeModel) -> String {
  "\(model.name) \(model.digest) (\(model.trees.count) \(model.trees.count == 1 ? "tree" : "trees"))"
}

/// What stands in a skeleton in place of a model.
private let anyModel = TreeModel(name: "", problem: TreeModel.Problem("", help: ""))

/// A formula with what can change by itself taken out.
private struct Skeleton {
  private(set) var windows: [Window?] = []
  private(set) var filters: [Expression?] = []
  /// The aggregate that each window and filter belongs to, without them.
  private(set) var aggregates: [String] = []
  private(set) var constants: [Literal] = []
  private(set) var scales: [Int] = []
  private(set) var models: [TreeModel] = []
  private(set) var shape: Expression = .asOfDay

  init(_ expression: Expression) { shape = stripped(expression) }

  private mutating func stripped(_ expression: Expression) -> Expression {
    switch expression {
    case .literal(let literal):
      constants.append(literal)
      return .literal(.null(literal.type))
    case .rounded(let value, let scale):
      scales.append(scale)
      return .rounded(stripped(value), scale: 0)
    case .aggregate(let aggregation):
      return .aggregate(bare(aggregation))
    case .measured(let aggregation, let limit):
      return .measured(bare(aggregation), against: stripped(limit))
    case .league(let league):
      return .league(
        LeagueAverage(
          rows: league.rows, value: stripped(league.value), qualifying: stripped(league.qualifying),
          atLeast: league.atLeast, fallback: league.fallback))
    case .prediction(let model, let values):
      models.append(model)
      return .prediction(anyModel, values.map { Labelled($0.label, stripped($0.value)) })
    default:
      var operands: [Expression] = []
      for operand in expression.operands { operands.append(stripped(operand)) }
      return expression.replacingOperands(operands)
    }
  }

  /// The aggregation without its window and its filter, which are noted.
  private mutating func bare(_ aggregation: Aggregation) -> Aggregation {
    let argument = aggregation.argument.map { stripped($0) }
    windows.append(aggregation.window)
    filters.append(aggregation.filter)
    aggregates.append(
      Aggregation(
        aggregation.function, rows: aggregation.rows, argument: aggregation.argument
      ).meaning)
    return Aggregation(aggregation.function, rows: aggregation.rows, argument: argument)
  }

  struct Replacement<Value: Hashable>: Hashable {
    let was: Value
    let now: Value
    let place: String
    /// Whether every such value became `now`, so that its place need not be said.
    let isEverywhere: Bool
  }

  /// The distinct replacements between two lists of the same length.
  static func changes<Value: Hashable>(
    _ old: [Value], _ new: [Value], _ places: [String]
  ) -> [Replacement<Value>] {
    var found: [Replacement<Value>] = []
    for (index, (was, now)) in zip(old, new).enumerated() where was != now {
      let isEverywhere = zip(old, new).allSatisfy { $0 != was || $1 == now }
      let change = Replacement(
        was: was, now: now, place: isEverywhere ? "" : places[index], isEverywhere: isEverywhere)
      if !found.contains(change) { found.append(change) }
    }
    return found
  }
}
