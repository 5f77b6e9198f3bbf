import FeatureAlgebra
import FeaturePlan

/// The SQL evaluator: one statement that computes every staged row of a processor from `$from` to `$to`.
///
/// Features come in layers: one that reads stored features stands in a later table than they do. The
/// last select shows the stored features in the table's order and, where a failure rule holds, what it
/// says.
struct FeaturesShape {
  let processor: ProcessorPlan
  let plan: Plan

  /// Names of the columns after the features.
  enum Failure {
    static let category = "failure_category"
    static let reason = "failure_reason"
    static let canRetry = "failure_can_retry"
    static let expected = "failure_expected"
    static let actual = "failure_actual"
  }

  func statement(in dialect: Dialect) throws(RenderError) -> Statement {
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

/// The tables `features_1`, `features_2`, … and the select on top.
private struct FeatureTower {
  private let shape: ProcessorShape
  private let layers: [[FeaturePlan]]
  private let rules: [FailureRule]
  /// Columns of the first table that later ones read.
  private var carried: [Leaf: String] = [:]
  private var names: Names
  private let brokenLookup: String
  private var hasBrokenLookups = false
  private var top = ""

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
    let count = max(layers.count, rules.isEmpty ? 0 : ruleLayer + 1)
    var table = try first(named: name(0, of: count))
    for layer in 1..<max(count, 1) {
      let features = layer < layers.count ? layers[layer] : []
      let expressions = ExpressionShape(types: shape.types, leaves: leaves)
      var columns = [SelectColumn(.everything())]
      for feature in features {
        columns.append(
          SelectColumn(
            try store(feature, expressions), as: feature.name))
      }
      if layer == ruleLayer, !rules.isEmpty { columns.append(try rule(expressions)) }
      let next = name(layer, of: count)
      shape.add(CommonTable(next, Select(columns, from: .common(table))))
      table = next
    }
    top = table
  }

  private mutating func name(_ layer: Int, of count: Int) -> String {
    shape.names.take(count == 1 ? "features" : "features_\(layer + 1)")
  }

  /// The population with everything joined: the features that read no others, and the leaves that
  /// later tables read.
  private mutating func first(named name: String) throws(RenderError) -> String {
    let scope = EntityScope(shape)
    let expressions = scope.expressions
    var later = layers.dropFirst().flatMap { $0.map(\.expression) }
    later += rules.flatMap(\.shown)
    if ruleLayer > 0 { later += rules.map(\.when) }
    var columns: [SelectColumn] = []
    for leaf in later.flatMap(\.leaves) where carried[leaf] == nil {
      if case .feature = leaf { continue }
      let column = columnName(of: leaf)
      carried[leaf] = column
      columns.append(SelectColumn(try expressions.shape(leaf.expression).sql, as: column))
    }
    for feature in layers[0] {
      columns.append(
        SelectColumn(try store(feature, expressions), as: feature.name))
    }
    if let broken = brokenLookups(scope) {
      hasBrokenLookups = true
      columns.append(SelectColumn(broken, as: brokenLookup))
    }
    if ruleLayer == 0, !rules.isEmpty { columns.append(try rule(expressions)) }
    shape.add(
      CommonTable(
        name, Select(columns, from: scope.population, joins: try scope.joins())))
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
    Leaves { [carried] leaf in
      if case .feature(let name) = leaf { return .column(name) }
      return carried[leaf].map { .column($0) }
    }
  }

  /// `context.days_rest`: no author's name holds a dot twice, and a taken name gets a number.
  private mutating func columnName(of leaf: Leaf) -> String {
    switch leaf {
    case .asOfDay: shape.helper.asOf
    case .seasonOpening: shape.helper.seasonOpening
    case .column(let reference): names.take("\(reference.rows).\(reference.name)")
    case .aggregate(let aggregation):
      names.take("\(aggregation.rows).\(shape.slotName(.aggregation(aggregation)))")
    case .league(let league): names.take("\(league.rows).\(shape.slotName(.league(league)))")
    case .coverage(let measure, let window): names.take("coverage.\(window)_\(measure.rawValue)")
    case .previous, .feature: names.take("value")
    }
  }

  // MARK: Failures

  /// The number of the first rule that holds, from 1.
  private func rule(_ expressions: ExpressionShape) throws(RenderError) -> SelectColumn {
    var whens: [When] = []
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
        .concatenated, .infix(.concatenated, .text("\(alias): "), .cast(matches, .text)),
        .text(" rows found, one at most may be"))
      whens.append(When(.infix(.greater, matches, .integer(1)), then: many))
      if lookup.cardinality == .one {
        whens.append(When(.isNull(matches), then: .text("\(alias): no row found")))
      }
    }
    return whens.isEmpty ? nil : .choice(whens, otherwise: nil)
  }

  /// The stored features and the failure of each row.
  func last(
    of processor: ProcessorPlan
  ) throws(RenderError) -> (select: Select, columns: [ResultColumn]) {
    var columns: [SelectColumn] = []
    var result: [ResultColumn] = []
    for output in processor.output where output.origin == .feature {
      let name = output.column.name
      let value = SQLExpression.column(name)
      let isNarrow = output.column.type == .integer32
      columns.append(
        SelectColumn(isNarrow ? .cast(value, .column(.integer32)) : value, as: name))
      result.append(ResultColumn(name, output.column.type))
    }
    let expressions = ExpressionShape(types: shape.types, leaves: leaves)
    func show(
      _ name: String, _ type: ColumnType, whenBroken: SQLExpression?,
      _ value: (FailureRule) throws(RenderError) -> SQLExpression?
    ) throws(RenderError) {
      var whens: [When] = []
      if hasBrokenLookups, let whenBroken {
        whens.append(When(.isNotNull(.column(brokenLookup)), then: whenBroken))
      }
      for (index, rule) in rules.enumerated() where rule.category != .excluded {
        guard let sql = try value(rule) else { continue }
        let holds = SQLExpression.equal(.column(shape.helper.rule), .integer(index + 1))
        whens.append(When(holds, then: sql))
      }
      let all: SQLExpression =
        whens.isEmpty ? .literal(.null(type)) : .choice(whens, otherwise: nil)
      columns.append(SelectColumn(all, as: name))
      result.append(ResultColumn(name, type))
    }
    let error = SQLExpression.text(FailureCategory.processingError.rawValue)
    try show(FeaturesShape.Failure.category, .text, whenBroken: error) {
      .text($0.category.rawValue)
    }
    try show(FeaturesShape.Failure.reason, .text, whenBroken: .column(brokenLookup)) {
      (rule) throws(RenderError) -> SQLExpression? in
      try expressions.store(rule.reason, as: .text)
    }
    try show(FeaturesShape.Failure.canRetry, .boolean, whenBroken: .literal(.boolean(false))) {
      .literal(.boolean($0.canRetry))
    }
    try show(FeaturesShape.Failure.expected, .integer, whenBroken: nil) {
      (rule) throws(RenderError) -> SQLExpression? in
      try rule.expected.map { (x) throws(RenderError) -> SQLExpression in
        try expressions.store(x, as: .integer)
      }
    }
    try show(FeaturesShape.Failure.actual, .integer, whenBroken: nil) {
      (rule) throws(RenderError) -> SQLExpression? in
      try rule.actual.map { (x) throws(RenderError) -> SQLExpression in
        try expressions.store(x, as: .integer)
      }
    }
    return (Select(columns, from: .common(top), where: excluded), result)
  }

  /// Rows that are not in the population by definition are not shown at all.
  private var excluded: SQLExpression? {
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
