import FeatureAlgebra
import FeaturePlan

/// The SQL evaluator: one statement that computes every staged row of a processor from `$from` to `$to`.
///
/// Features come in layers: one that reads stored features stands in a later table than they do. The
/// last select shows the stored features in the table's order, where a failure rule holds what it says, and
/// the text that the row's hash is taken of.
struct FeaturesShape {
  let processor: ProcessorPlan
  let plan: Plan

  func statement(in dialect: Dialect) throws(RenderError) -> Statement {
    if !processor.handKernels.isEmpty { return try handKernels(in: dialect) }
    let layers = try layers()
    let shape = ProcessorShape(processor, in: plan, roots: processor.entityExpressions)
    try shape.build()
    var tower = FeatureTower(shape, layers: layers, processor: processor)
    try tower.build()
    let (select, columns) = try tower.last(of: processor)
    let query = Query(with: shape.tables, select)
    return try Statement(
      .features, "features", query, returns: columns, in: dialect)
  }

  /// Where a statement would stand, the sentence that says why there is none.
  private func handKernels(in dialect: Dialect) throws(RenderError) -> Statement {
    let functions = processor.handKernels.map { "'\($0.function)'" }.joined(separator: ", ")
    guard dialect.hasKernels else {
      throw RenderError(
        .unsupported, "it is computed by hand kernels, which are Swift functions: \(functions)")
    }
    let lines = [
      "-- The features are computed by hand kernels, which are Swift functions: \(functions).",
      "-- They read what the extract statements return; the write statements take it from there.",
    ]
    return Statement(
      family: .features, name: "features", sql: lines.joined(separator: "\n") + "\n",
      parameters: [], columns: [])
  }

  /// The features that a column or a rule needs, those of one layer reading only earlier ones.
  private func layers() throws(RenderError) -> [[FeaturePlan]] {
    var wanted: Set<String> = Set(
      processor.output.filter { $0.origin == .feature }.map(\.column.name))
    wanted.formUnion(processor.failures.flatMap { $0.expressions.flatMap(\.featureNames) })
    for feature in processor.features.reversed() where wanted.contains(feature.name) {
      wanted.formUnion(feature.expression.featureNames)
    }
    var depth: [String: Int] = [:]
    var layers: [[FeaturePlan]] = []
    for feature in processor.features where wanted.contains(feature.name) {
      var layer = 0
      for name in feature.expression.featureNames {
        guard let below = depth[name] else {
          throw RenderError(
            .brokenPlan, "'\(feature.name)' reads '\(name)', which does not come before it")
        }
        layer = max(layer, below + 1)
      }
      depth[feature.name] = layer
      while layers.count <= layer { layers.append([]) }
      layers[layer].append(feature)
    }
    return layers.isEmpty ? [[]] : layers
  }
}

/// The tables `inputs`, `features_1`, `features_2`, … and the select on top.
private struct FeatureTower {
  private let shape: ProcessorShape
  private let layers: [[FeaturePlan]]
  private let rules: [FailureRule]
  /// The column of each leaf in `inputs`, and so in every table above it.
  private var inputs: [Leaf: String] = [:]
  private var names: Names
  private let brokenLookup: String
  private var hasBrokenLookups = false
  private var top = ""
  /// What predictions add up to, once their trees are columns.
  private var margins: [Expression: SQLExpression] = [:]
  /// What features share, once it is a column.
  private var shared: [Expression: Shaped] = [:]

  init(_ shape: ProcessorShape, layers: [[FeaturePlan]], processor: ProcessorPlan) {
    self.shape = shape
    self.layers = layers
    self.rules = processor.failures
    var names = Names(
      processor.features.map(\.name) + processor.output.map(\.column.name) + [
        shape.helper.rule, shape.helper.asOf, shape.helper.seasonOpening,
      ])
    self.brokenLookup = names.take("lookup_failure")
    self.names = names
  }

  /// The layer whose table knows which rule holds: that after the last feature the rules read.
  private var ruleLayer: Int {
    let read = Set(rules.flatMap(\.when.featureNames))
    let last = layers.lastIndex { $0.contains { read.contains($0.name) } }
    return last.map { $0 + 1 } ?? 0
  }

  mutating func build() throws(RenderError) {
    top = try gather()
    let hasRule = !rules.isEmpty || hasBrokenLookups
    let count = max(layers.count, hasRule ? ruleLayer + 1 : 0)
    for layer in 0..<count {
      let asking = asking(layer)
      try addTrees(asking)
      try addShared(asking)
      let expressions = expressions
      var columns = [SelectColumn(.everything())]
      for feature in layer < layers.count ? layers[layer] : [] {
        columns.append(SelectColumn(try store(feature, expressions), as: feature.name))
      }
      if layer == ruleLayer, hasRule { columns.append(try rule(expressions)) }
      let name = shape.names.take(count == 1 ? "features" : "features_\(layer + 1)")
      shape.add(CommonTable(name, Select(columns, from: .common(top))))
      top = name
    }
  }

  /// The population with everything joined: each aggregate, looked-up column and count under one name.
  private mutating func gather() throws(RenderError) -> String {
    let scope = EntityScope(shape)
    let expressions = scope.expressions
    var columns: [SelectColumn] = []
    let read = layers.flatMap { $0.map(\.expression) } + rules.flatMap(\.expressions)
    for leaf in read.flatMap(\.leaves) where inputs[leaf] == nil {
      if case .feature = leaf { continue }
      let column = columnName(of: leaf)
      inputs[leaf] = column
      columns.append(SelectColumn(try expressions.shape(leaf.expression).sql, as: column))
    }
    if let broken = brokenLookups(scope) {
      hasBrokenLookups = true
      columns.append(SelectColumn(broken, as: brokenLookup))
    }
    if columns.isEmpty { columns = [SelectColumn(.everything(of: shape.populationName))] }
    let name = shape.names.take("inputs")
    shape.add(
      CommonTable(
        name, note: "Everything that features read, one row per row of the result.",
        Select(columns, from: scope.population, joins: try scope.joins())))
    return name
  }

  private func store(
    _ feature: FeaturePlan, _ expressions: ExpressionShape
  ) throws(RenderError) -> SQLExpression {
    do { return try expressions.store(feature.expression, as: feature.type) } catch {
      throw RenderError(error.code, error.message, in: feature.name)
    }
  }

  private var leaves: Leaves {
    Leaves { [inputs] leaf in
      if case .feature(let name) = leaf { return .column(name) }
      return inputs[leaf].map { .column($0) }
    }
  }

  private var expressions: ExpressionShape {
    ExpressionShape(types: shape.types, leaves: leaves, margins: margins, columns: shared)
  }

  /// What is computed in the table of a layer.
  private func asking(_ layer: Int) -> [SharedParts.Part] {
    var asking: [SharedParts.Part] = []
    if layer < layers.count { asking += layers[layer].map { ($0.name, $0.expression) } }
    if layer == ruleLayer { asking += rules.map { ("failure", $0.when) } }
    return asking
  }

  /// Puts what is said more than once into columns, in as many tables as it is nested.
  private mutating func addShared(_ asking: [SharedParts.Part]) throws(RenderError) {
    let parts = try SharedParts(of: asking, expressions).parts
    if parts.isEmpty { return }
    try addShared(parts)
    let expressions = expressions
    var columns = [SelectColumn(.everything())]
    for part in parts where shared[part.expression] == nil {
      let value = try expressions.shape(part.expression)
      let name = names.take("\(part.owner).part")
      columns.append(SelectColumn(value.sql, as: name))
      shared[part.expression] = Shaped(.column(name), value.kind)
    }
    if columns.count == 1 { return }
    let name = shape.names.take("shared")
    shape.add(
      CommonTable(
        name, note: "What the features of the next table say more than once.",
        Select(columns, from: .common(top))))
    top = name
  }

  /// Puts the trees of the models that a layer asks into columns, so that each can be read by itself.
  private mutating func addTrees(_ asking: [SharedParts.Part]) throws(RenderError) {
    for (name, expression) in asking {
      for prediction in expression.predictions where margins[prediction] == nil {
        guard case .prediction(let model, let values) = prediction else { continue }
        let trees = try TreeColumns(
          model, values, owner: name, over: top, expressions, columns: &names,
          tables: &shape.names)
        for table in trees.tables { shape.add(table) }
        top = trees.tables.last?.name ?? top
        margins[prediction] = trees.margin
      }
    }
  }

  /// `context.days_rest`; a name that a feature has already gets a number.
  private mutating func columnName(of leaf: Leaf) -> String {
    switch leaf {
    case .asOfDay: shape.helper.asOf
    case .seasonOpening: shape.helper.seasonOpening
    case .column(let reference): names.take("\(reference.rows).\(reference.name)")
    case .aggregate(let aggregation): names.take(shape.slotName(.aggregation(aggregation)))
    case .measured(let aggregation, _):
      names.take("\(aggregation.rows).\(aggregation.function.word)")
    case .league(let league): names.take(shape.slotName(.league(league)))
    case .coverage(let measure, let window): names.take("\(window)_\(measure.rawValue)")
    case .previous, .feature: names.take("value")
    }
  }

  // MARK: Failures

  /// The number of the first rule that holds, from 1; 0 where a lookup broke its promise.
  private func rule(_ expressions: ExpressionShape) throws(RenderError) -> SelectColumn {
    var whens: [When] = []
    if hasBrokenLookups {
      whens.append(When(.isNotNull(.column(brokenLookup)), then: .integer(0)))
    }
    for (index, rule) in rules.enumerated() {
      whens.append(When(try expressions.shape(rule.when).sql, then: .integer(index + 1)))
    }
    return SelectColumn(.choice(whens, otherwise: nil), as: shape.helper.rule)
  }

  /// Which lookup broke its promise of one row, in words.
  private func brokenLookups(_ scope: EntityScope) -> SQLExpression? {
    var whens: [When] = []
    for lookup in shape.processor.lookups {
      let alias = lookup.rows.alias
      guard let attachment = shape.attachments.first(where: { $0.matches?.alias == alias }),
        let column = attachment.matches?.column
      else { continue }
      scope.require(attachment.table)
      let matches = SQLExpression.column(column, of: attachment.table)
      let many = SQLExpression.infix(
        .concatenated, .cast(matches, .text),
        .text(" rows of \(alias) found, one at most may be"))
      whens.append(When(.infix(.greater, matches, .integer(1)), then: many))
      if lookup.cardinality == .one {
        whens.append(When(.isNull(matches), then: .text("no row of \(alias) found")))
      }
    }
    return whens.isEmpty ? nil : .choice(whens, otherwise: nil)
  }

  /// The stored features, the failure of each row, and what its hash is taken of.
  func last(
    of processor: ProcessorPlan
  ) throws(RenderError) -> (select: Select, columns: [ResultColumn]) {
    var columns: [SelectColumn] = []
    var result: [ResultColumn] = []
    for output in processor.output where output.origin == .feature {
      let name = output.column.name
      let isNarrow = output.column.type == .integer32
      let value = SQLExpression.column(name)
      columns.append(
        SelectColumn(isNarrow ? .cast(value, .column(.integer32)) : value, as: name))
      result.append(ResultColumn(name, output.column.type))
    }
    let shown = rules.enumerated().filter { $0.element.category != .excluded }
    var category: [(Int, SQLExpression)] = []
    var reason: [(Int, SQLExpression)] = []
    var canRetry: [(Int, SQLExpression)] = []
    var expected: [(Int, SQLExpression)] = []
    var actual: [(Int, SQLExpression)] = []
    if hasBrokenLookups {
      category.append((0, .text(FailureCategory.processingError.rawValue)))
      reason.append((0, .column(brokenLookup)))
      canRetry.append((0, .literal(.boolean(false))))
    }
    for (index, rule) in shown {
      let number = index + 1
      category.append((number, .text(rule.category.rawValue)))
      reason.append((number, try expressions.store(rule.reason, as: .text)))
      canRetry.append((number, .literal(.boolean(rule.canRetry))))
      if let count = rule.expected {
        expected.append((number, try expressions.store(count, as: .integer)))
      }
      if let count = rule.actual {
        actual.append((number, try expressions.store(count, as: .integer)))
      }
    }
    let facts: [(StageColumn, [(Int, SQLExpression)])] = [
      (.failureCategory, category), (.failureReason, reason), (.failureCanRetry, canRetry),
      (.failureExpected, expected), (.failureActual, actual),
    ]
    for (column, values) in facts {
      let whens = values.map { When(.integer($0.0), then: $0.1) }
      let value: SQLExpression =
        whens.isEmpty
        ? .literal(.null(column.type)) : .match(.column(shape.helper.rule), whens)
      columns.append(SelectColumn(value, as: column.name))
      result.append(ResultColumn(column.name, column.type))
    }
    if processor.hasRowText {
      let text = RowHash(of: processor.table.columns, rule: processor.write.hashRule).text()
      columns.append(SelectColumn(text, as: StageColumn.rowText.name))
      result.append(ResultColumn(StageColumn.rowText.name, StageColumn.rowText.type))
    }
    return (Select(columns, from: .common(top), where: isShown), result)
  }

  /// Rows that are not in the population by definition are not shown at all.
  private var isShown: SQLExpression? {
    let numbers = rules.indices.filter { rules[$0].category == .excluded }
      .map { SQLExpression.infix(.isDifferent, .column(shape.helper.rule), .integer($0 + 1)) }
    return numbers.isEmpty ? nil : .every(numbers)
  }
}

extension FailureRule {
  /// What is shown where the rule holds.
  var shown: [Expression] { [reason] + [expected, actual].compactMap { $0 } }

  var expressions: [Expression] { [when] + shown }
}

extension ProcessorPlan {
  /// Everything on the entity level: features and failure rules.
  var entityExpressions: [Expression] {
    features.map(\.expression) + failures.flatMap(\.expressions)
  }
}
