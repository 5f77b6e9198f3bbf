internal import CDuckDB

/// The loaded libduckdb.
public enum Library {
  /// The version of the library that is loaded, as it says it: `v2.0.0`.
  public static var version: String {
    String(cString: duckdb_library_version())
  }
}
