import FeatureAlgebra

/// A prediction in tables: one with the model's values as numbers of 32 bits, then one with a column for
/// each tree, so that every tree can be read and looked at by itself.
struct TreeColumns {
  /// Trees in one table; a sum of more terms is too deep for some engines.
  private static let mostTrees = 100

  let tables: [CommonTable]
  /// What the trees add up to, over the last table.
  let margin: SQLExpression

  /// - Parameters:
  ///   - owner: the feature that asks: its name begins those of the columns.
  ///   - table: what the first table is made of; all columns of it are kept.
  ///   - columns: names of columns that are taken; `others`: those of tables.
  init(
    _ model: TreeModel, _ values: [Labelled], owner: String, over table: String,
    _ expressions: ExpressionShape, columns: inout Names, tables others: inout Names
  ) throws(RenderError) {
    var top = others.take("\(owner)_values")
    var singles = [SQLExpression](repeating: .null, count: values.count)
    var bound = [SelectColumn(.everything())]
    for place in model.featuresRead where place < values.count {
      let name = columns.take("\(owner).\(values[place].label)")
      singles[place] = .column(name)
      bound.append(SelectColumn(try expressions.single(values[place].value), as: name))
    }
    var tables = [
      CommonTable(
        top, note: "What model \(model.name) reads, as numbers of 32 bits.",
        Select(bound, from: .common(table)))
    ]
    var sum = SQLExpression.single(model.base)
    for first in stride(from: 0, to: model.trees.count, by: TreeColumns.mostTrees) {
      let last = min(first + TreeColumns.mostTrees, model.trees.count)
      var select = [SelectColumn(.everything())]
      if first > 0 {
        let name = columns.take("\(owner).sum_\(first)")
        select.append(SelectColumn(sum, as: name))
        sum = .column(name)
      }
      for number in first..<last {
        let name = columns.take("\(owner).tree_\(number + 1)")
        select.append(SelectColumn(try model.trees[number].sql(of: singles), as: name))
        sum = .infix(.plus, sum, .column(name))
      }
      let name = others.take("\(owner)_trees")
      let what = "Trees \(first + 1) to \(last) of \(model.trees.count) of model \(model.name)."
      tables.append(CommonTable(name, note: what, Select(select, from: .common(top))))
      top = name
    }
    self.tables = tables
    margin = sum
  }
}

extension Expression {
  /// The predictions on this expression's own level, those inside others first, each once.
  var predictions: [Expression] {
    var found: [Expression] = []
    func visit(_ node: Expression) {
      for operand in node.operands { visit(operand) }
      if case .prediction = node, !found.contains(node) { found.append(node) }
    }
    visit(self)
    return found
  }
}
