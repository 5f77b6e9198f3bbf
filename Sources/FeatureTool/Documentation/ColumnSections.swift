import FeatureAlgebra
import FeaturePlan

/// What each column of a processor is: its formula, and the columns it follows from.
struct ColumnSections {
  let processor: ProcessorPlan
  let plan: Plan
  let lineage: Lineage

  var lines: [String] {
    let features = Dictionary(processor.features.map { ($0.name, $0) }) { $1 }
    let columns = processor.output.flatMap { output -> [String] in
      let head = ["", "### \(output.column.name)", ""]
      guard output.origin == .feature, let feature = features[output.column.name] else {
        return head + [Words.sentence(words(output.origin)) + "."]
      }
      return head + lines(of: feature)
    }
    let unstored = processor.features.filter { !$0.isStored }
    guard !unstored.isEmpty else { return columns }
    return columns + ["", "## Intermediates", "", "Read by formulas, stored by no column."]
      + unstored.flatMap { ["", "### \($0.name)", ""] + lines(of: $0) }
  }

  private func lines(of feature: FeaturePlan) -> [String] {
    if let reason = feature.unknownBecause { return ["NULL: \(reason)."] }
    let formula = Formula(feature.expression).lines
    var lines = formula.count == 1 ? ["`\(formula[0])`"] : Markdown.block(formula)
    let inputs = lineage.inputColumns(of: feature.name, in: processor)
    if !inputs.isEmpty { lines += ["", "From " + list(inputs, linked: true)] }
    let raw = lineage.rawColumns(of: feature.name, in: processor)
    if raw != inputs, !raw.isEmpty { lines += ["", "Raw: " + list(raw, linked: false)] }
    return lines
  }

  /// `nba_raw.x`: `a`, `b`; …
  private func list(_ columns: [TableColumn], linked: Bool) -> String {
    let tables = Dictionary(grouping: columns, by: \.table)
    return tables.keys.sorted().map { table in
      let name = linked ? plan.reference(table) : "`\(table)`"
      return "\(name): " + Markdown.code((tables[table] ?? []).map(\.column))
    }.joined(separator: "; ")
  }

  /// `0 to 100`, `a`, `b`
  static func values(of column: ColumnPlan) -> String {
    if let words = column.vocabulary { return Markdown.code(words) }
    return column.range.map { "\(number($0.lowest)) to \(number($0.highest))" } ?? ""
  }

  private static func number(_ value: Double) -> String {
    Formula(.literal(.double(value))).line
  }
}
