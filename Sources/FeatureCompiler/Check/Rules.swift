extension Rule {
  /// Every rule. The order does not show: findings are sorted by place.
  static let all: [Rule] = [
    aliases, columns, completeness, conditions, contracts, countedRows, featureReferences, features,
    identity, inputs, keys, leagues, names, nulls, population, processorGraph, readingOrder, rows,
    rowsReferences, sources, tables, types, units, vocabularies, windows, writes,
  ]
}
