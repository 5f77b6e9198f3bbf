extension Rule {
  /// Every rule. The order does not show: findings are sorted by place.
  static let all: [Rule] = [
    aliases, columns, completeness, conditions, contracts, featureReferences, features, identity,
    inputs,
    kernels, leagues,
    names, nulls, population, processorGraph, readingOrder, rows, rowsReferences, tables, types,
    units, vectors, vocabularies, windows, writes,
  ]
}
