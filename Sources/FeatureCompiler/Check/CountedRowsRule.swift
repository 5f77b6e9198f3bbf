import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Rows are aggregated that their table does not count: a player's mean holds games he sat out.
  public static let uncountedRows = Finding.Code("uncounted-rows")
}

extension Rule {
  /// A table may declare which of its rows count. Rows that are read to be aggregated, and parts of
  /// stacks that are, need that condition or say that they leave it out on purpose.
  static let countedRows = Rule.ofEachProcessor { processor in
    processor.readings.filter(\.isAggregated).flatMap { reading in
      reading.rows.uncounted.map { rows, counted in
        Finding(
          .uncountedRows,
          "rows '\(rows.alias)' are aggregated, also those of '\(rows.shape.typeName)' that were not "
            + "\(counted.name)",
          at: reading.place,
          notes: rows.place == reading.place
            ? [] : [.init("the rows are named here", at: rows.place)],
          help: "write Rows(\(rows.shape.typeName)(), as: \"\(rows.alias)\").counted, or "
            + ".everyRow(because: \"…\") where all are meant")
      }
    }
  }
}

extension RowsDeclaration {
  /// The rows, and those of parts, that lack the condition which their table declares.
  fileprivate var uncounted: [(rows: RowsDeclaration, counted: CountedRows)] {
    guard everyRowBecause == nil else { return [] }
    if case .stack(let parts, _) = source { return parts.flatMap(\.rows.uncounted) }
    guard let counted = shape.countedRows else { return [] }
    let asked = counted.condition(of: alias).namingRowsByAlias.conjuncts
    let said = filter?.conjuncts ?? []
    return asked.allSatisfy { said.contains($0) } ? [] : [(self, counted)]
  }
}

extension Expression {
  /// The conditions that must all hold.
  fileprivate var conjuncts: [Expression] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}
