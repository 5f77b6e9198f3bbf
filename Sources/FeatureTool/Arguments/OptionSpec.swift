/// One option of the command line: `--from YYYY-MM-DD`, or a flag such as `--json`.
package struct OptionSpec: Hashable, Sendable {
  /// Without the dashes.
  package let name: String
  /// What stands for the value in help; nil for a flag.
  package let placeholder: String?
  package let help: String
  /// Whether it may be given several times.
  package let isRepeated: Bool

  private init(_ name: String, _ placeholder: String?, isRepeated: Bool, _ help: String) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.isRepeated = isRepeated
  }

  package static func flag(_ name: String, _ help: String) -> OptionSpec {
    OptionSpec(name, nil, isRepeated: false, help)
  }

  package static func value(_ name: String, _ placeholder: String, _ help: String) -> OptionSpec {
    OptionSpec(name, placeholder, isRepeated: false, help)
  }

  package static func repeated(
    _ name: String, _ placeholder: String, _ help: String
  ) -> OptionSpec {
    OptionSpec(name, placeholder, isRepeated: true, help)
  }

  /// `--from YYYY-MM-DD`
  var usage: String { "--" + name + (placeholder.map { " " + $0 } ?? "") }
}

extension OptionSpec {
  static let warehouse = value(
    "warehouse", "FILE", "the DuckDB file (default .fastbreak/warehouse.duckdb)")
  static let memory = value(
    "memory", "SIZE", "memory of the database before it spills, such as 2GB")
  static let json = flag("json", "print JSON instead of tables")
  static let verbose = flag("verbose", "add the database's own words and SQL to errors")
  static let quiet = flag("quiet", "print problems only")
  static let noColor = flag("no-color", "no colour; NO_COLOR in the environment does the same")
  static let help = flag("help", "print this text")
  static let version = flag("version", "print the version")

  /// What every command takes.
  static let shared = [warehouse, memory, json, quiet, verbose, noColor, help]
}
