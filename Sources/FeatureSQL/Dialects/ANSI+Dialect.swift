/// What standard SQL (or common use, where the standard is silent) says; the ground under every dialect.
extension Dialect {
  static let ansiTypes: [TypeWord: String] = [
    .integer: "BIGINT", .integer32: "INTEGER", .decimal: "DECIMAL({0}, {1})", .double: "DOUBLE",
    .text: "VARCHAR", .boolean: "BOOLEAN", .day: "DATE", .timestamp: "TIMESTAMP",
    .textList: "ARRAY<VARCHAR>", .doubleList: "ARRAY<DOUBLE>", .wideInteger: "DECIMAL(38, 0)",
    .single: "REAL",
  ]

  static let ansiFunctions: [SQLFunction: Spelling] = [
    .absolute: "ABS({0})",
    .squareRoot: "SQRT({0})",
    .exponential: "EXP({0})",
    .floor: "FLOOR({0})",
    .round: "ROUND({0...})",
    .coalesce: "COALESCE({0...})",
    .nullIf: "NULLIF({0}, {1})",
    .greatest: "GREATEST({0...})",
    .least: "LEAST({0...})",
    .lower: "LOWER({0})",
    .concatenatedWith: "CONCAT_WS({0...})",
    .splitPart: "SPLIT_PART({0}, {1}, {2})",
    .yearOf: "EXTRACT(YEAR FROM {0})",
    .monthOf: "EXTRACT(MONTH FROM {0})",
    .dayOfMonth: "EXTRACT(DAY FROM {0})",
    .list: "ARRAY[{0...}]",
    .element: "{0!}[{1}]",
    .length: "CARDINALITY({0})",
    .concatenated: "CONCAT({0...})",
    .left: "LEFT({0}, {1})",
    .trim: "TRIM({0})",
    .replace: "REPLACE({0}, {1}, {2})",
    .trimEnd: "RTRIM({0}, {1})",
  ]

  static let ansiAggregates: [SQLAggregate: Spelling] = [
    .count: "COUNT({0})",
    .sum: "SUM({0})",
    .smallest: "MIN({0})",
    .largest: "MAX({0})",
    .median: "MEDIAN({0})",
    .anyTrue: "BOOL_OR({0})",
    .allTrue: "BOOL_AND({0})",
    .anyValue: "ANY_VALUE({0})",
  ]
}
