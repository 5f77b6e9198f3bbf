extension Rule {
  /// Every rule. The order does not show: findings are sorted by place.
  static let all: [Rule] = [
    aliases, columns, completeness, conditions, contracts, featureReferences, features, identity,
    inputs,
    leagues,
    names, nulls, pairs, population, processorGraph, readingOrder, rows, rowsReferences, tables, types,
    units, vocabularies, windows, writes,
  ]
}
