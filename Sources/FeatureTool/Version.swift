internal import DuckDB

/// What this is.
enum Version {
  static let number = "0.1.0"

  /// `0.1.0 (DuckDB v2.0.0)`
  static var text: String { "\(number) (DuckDB \(Database.version))" }
}
