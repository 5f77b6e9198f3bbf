extension Dialect {
  /// DuckDB 1.4 or later, the first with `MERGE INTO`.
  ///
  /// `b - a` of dates is a BIGINT; `EXTRACT` is a BIGINT; NULLs come last unless the setting
  /// `default_null_order` was changed, which the engine never does.
  public static let duckDB = Dialect(
    name: "duckdb", ordersNullsLast: true, hasQualify: true, hasKernels: true,
    types: [.textList: "VARCHAR[]", .doubleList: "DOUBLE[]", .wideInteger: "HUGEINT"],
    functions: [
      .matches: "REGEXP_FULL_MATCH({0}, {1})",
      .daysBetween: Spelling("{1!} - {0!}", .sum),
      .dayPlus: Spelling("{0!} + {1!}", .sum),
      .dayMinus: Spelling("{0!} - {1!}", .sum),
      .list: "[{0...}]",
      .length: "LEN({0})",
      .listOfPresent: "LIST_FILTER([{0...}], lambda x: x IS NOT NULL)",
      .smallestPresent: "LEAST({0...})",
      .largestPresent: "GREATEST({0...})",
      .singleOrNull: "TRY_CAST({0} AS REAL)",
      .error: "ERROR({0})",
    ].merging(duckDBHashing) { $1 },
    aggregates: [
      .valueAtLargest: "ARG_MAX_NULL({0...})", .valueAtSmallest: "ARG_MIN_NULL({0...})",
      .listed: "LIST({0})",
    ])
}
