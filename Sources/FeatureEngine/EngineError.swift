package import DuckDB
package import FeatureAlgebra
internal import Foundation

/// Why the engine could not do what was asked: what, where, how to mend, and the engine's own words.
package struct EngineError: Error, Sendable {
  /// What kind of thing went wrong; decides the exit code.
  package struct Code: Hashable, Sendable {
    package let name: String
    package init(_ name: String) { self.name = name }
    /// Another process holds the warehouse.
    package static let busy = Code("warehouse-busy")
    /// The request makes no sense: a range that ends before it starts, an unknown name.
    package static let usage = Code("usage")
    /// The warehouse cannot be opened, read or written.
    package static let warehouse = Code("warehouse")
    /// A file of a feed is missing or is not what the feed declares.
    package static let input = Code("input")
    /// A stored table is not what the spec declares.
    package static let schema = Code("schema")
    /// Rows break a contract, or a statement failed on the data.
    package static let data = Code("data")
    /// The run was stopped.
    package static let interrupted = Code("interrupted")
    /// Statements and kernels do not fit together: a defect of fastbreak, not of spec or data.
    package static let defect = Code("defect")
    /// A statement could not be written in the dialect.
    package static let dialect = Code("dialect")
  }

  package let code: Code
  /// One sentence: what is wrong and where.
  package let message: String
  /// One sentence: how to mend it.
  package let help: String?
  package let processor: String?
  /// The days of the slab, where one was at work.
  package let days: ClosedRange<Day>?
  /// The database's own words and the statement, for `--verbose`.
  package let cause: DuckDBError?

  package init(
    _ code: Code, _ message: String, help: String? = nil, processor: String? = nil,
    days: ClosedRange<Day>? = nil, cause: DuckDBError? = nil
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.processor = processor
    self.days = days
    self.cause = cause
  }

  /// The same error with the processor and days it happened at, where it does not say.
  func at(processor name: String, _ range: ClosedRange<Day>?) -> EngineError {
    EngineError(
      code, message, help: help, processor: processor ?? name, days: days ?? range, cause: cause)
  }
}

extension EngineError: CustomStringConvertible {
  package var description: String {
    var text = ""
    if let processor { text += "\(processor)" }
    if let days {
      text +=
        days.lowerBound == days.upperBound
        ? " \(days.lowerBound)" : " \(days.lowerBound) to \(days.upperBound)"
    }
    if !text.isEmpty { text += ": " }
    text += message
    if let help { text += "; \(help)" }
    return text
  }
}

extension EngineError {
  /// Wraps a failure of the database; `doing` completes "could not …".
  init(_ error: DuckDBError, doing: String) {
    let (code, help): (Code, String?) =
      switch error.code {
      case .busy:
        (.busy, "wait until it is done, or stop it")
      case .readOnly, .permission:
        (
          .warehouse,
          "give write permission to the file and its folder, or choose another with --warehouse"
        )
      case .diskFull:
        (.warehouse, "free some space and run again; nothing of this step was stored")
      case .notADatabase, .corrupt, .missingFile:
        (.warehouse, "choose another file with --warehouse, or move this one away")
      case .newerFormat:
        (.warehouse, "open it with the version that made it")
      case .outOfMemory:
        (.warehouse, "raise --memory, or run a shorter range")
      case .io, .fatal:
        (
          .warehouse,
          "look at the disk and its files, and run again; nothing of this step was stored"
        )
      case .interrupted:
        (.interrupted, "run the same command again to go on")
      default: (.data, nil)
      }
    self.init(code, "could not \(doing): \(error.words)", help: help, cause: error)
  }
}

extension DuckDBError {
  /// The first line of the database's words, without the classes of error it begins with: those are for
  /// `--verbose`.
  var words: String {
    var line = Substring(message.split(separator: "\n").first ?? "")
    while let colon = line.range(of: " Error: "),
      line[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0 == " " })
    {
      line = line[colon.upperBound...]
    }
    return String(line)
  }

  /// What the system said, at the end of the database's words: `read-only file system`.
  fileprivate var reason: String {
    let last = words.components(separatedBy: ": ").last ?? words
    return last.prefix(1).lowercased() + last.dropFirst()
  }
}

extension EngineError {
  /// A file that cannot be opened is never a matter of its rows: whatever the database says, the remedy
  /// is another file.
  init(opening path: String, isReadOnly: Bool, _ cause: DuckDBError) {
    if cause.code == .readOnly {
      self.init(
        .warehouse,
        "the warehouse \(path) may not be \(isReadOnly ? "read" : "written"): \(cause.reason)",
        help: isReadOnly
          ? "give read permission to the file, or choose another with --warehouse"
          : "choose another with --warehouse, or give write permission to the file and its folder; "
            + "plan, status and runs only read",
        cause: cause)
      return
    }
    if cause.message.contains("Is a directory") {
      self.init(
        .warehouse, "\(path) is a folder, and a warehouse is a file",
        help: "name a file: --warehouse \(path)/warehouse.duckdb", cause: cause)
      return
    }
    let error = EngineError(cause, doing: "open the warehouse \(path)")
    let isData = error.code == .data
    self.init(
      isData ? .warehouse : error.code, error.message,
      help: isData
        ? "choose another file with --warehouse, or move this one away" : error.help,
      cause: cause)
  }
}

/// Runs a database call and says in its error what it was for.
func doing<Output>(
  _ what: @autoclosure () -> String, _ body: () throws(DuckDBError) -> Output
) throws(EngineError) -> Output {
  do {
    return try body()
  } catch {
    throw EngineError(error, doing: what())
  }
}
