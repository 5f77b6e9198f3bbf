extension Dialect {
  /// How DuckDB says what row hashes and digests are made of.
  static let duckDBHashing: [SQLFunction: Spelling] = [
    .sha256: "SHA256({0})",
    .normalized: "NFC_NORMALIZE({0})",
    .nineDecimals: "PRINTF('%.9f', {0})",
    .microseconds: "EPOCH_US({0})",
    .joinedElements: "ARRAY_TO_STRING(LIST_TRANSFORM({0}, lambda element: {1}), {2})",
    .hexadecimal: "TRY_CAST('0x' || {0!} AS UBIGINT)",
    .engineHash: "HASH({0...})",
    .isFinite: "ISFINITE({0})",
    .currentCatalog: "CURRENT_CATALOG()",
  ]
}
