import DuckDB
import FeatureEngine
import FeatureLedger
import FeaturePlan
import Foundation

extension Invocation {
  static let defaultWarehouse = ".fastbreak/warehouse.duckdb"

  /// The warehouse as the user named it; `demo` has one of its own, so that no generated row gets
  /// among real ones.
  var warehousePath: String {
    let isDemo = arguments.command?.name == DemoCommand.spec.name
    return arguments.value(.warehouse) ?? (isDemo ? DemoCommand.warehouse : Self.defaultWarehouse)
  }

  /// ` --warehouse FILE` for a hint, or nothing for the default.
  var warehouseOption: String {
    warehousePath == Self.defaultWarehouse ? "" : " --warehouse \(warehousePath)"
  }

  var warehouseExists: Bool {
    FileManager.default.fileExists(atPath: context.resolve(warehousePath))
  }

  /// Opens the warehouse to write; makes it, and its folder, where there is none.
  ///
  /// - Parameter path: another file than the warehouse, as it is opened.
  func openWarehouse(
    at path: String? = nil, readsFiles: Bool = false
  ) throws(ToolError) -> Warehouse {
    let path = path ?? context.resolve(warehousePath)
    if path != ":memory:" { try makeFolder(of: path) }
    var access = try access()
    access.readsFiles = readsFiles
    return try open(path, access)
  }

  /// Refuses to go on without a warehouse.
  func requireWarehouse() throws(ToolError) {
    guard !warehouseExists, warehousePath != ":memory:" else { return }
    let demo = tool.demo == nil ? "" : ", demo makes one with a generated season"
    throw ToolError(
      .absent, "there is no warehouse at \(warehousePath)",
      help: "load makes one\(demo); or name another with --warehouse")
  }

  /// Opens the warehouse to look at; there must be one.
  func openStoredWarehouse() throws(ToolError) -> Warehouse {
    try requireWarehouse()
    var access = try access()
    access.isReadOnly = true
    let path = context.resolve(warehousePath)
    return try open(path, access)
  }

  /// Opens the warehouse to plan a run: to look at, so that nothing changes and others may look too; to
  /// write only where tables are missing, which a plan needs as a run does.
  func openWarehouse(toPlan plan: Plan) throws(ToolError) -> Warehouse {
    if let warehouse = try preparedWarehouse(for: plan) { return warehouse }
    return try openWarehouse()
  }

  /// Nil, with the warehouse closed again, where tables are missing.
  private func preparedWarehouse(for plan: Plan) throws(ToolError) -> Warehouse? {
    let warehouse = try openStoredWarehouse()
    let isPrepared = try engine { () throws(EngineError) in try warehouse.isPrepared(for: plan) }
    return isPrepared ? warehouse : nil
  }

  private func open(
    _ path: String, _ access: Warehouse.Access
  ) throws(ToolError) -> Warehouse {
    do {
      return try Warehouse(path: path, access: access)
    } catch {
      throw error.code == .busy ? busy(error) : ToolError(error)
    }
  }

  private func access() throws(ToolError) -> Warehouse.Access {
    var access = Warehouse.Access()
    access.memory = try arguments.bytes(.memory)
    if arguments.command?.options.contains(.workers) == true {
      access.threads = try arguments.count(.workers)
    }
    return access
  }

  /// The journal beside the warehouse, or nil with a warning: rows never depend on it.
  func openLedger() -> Ledger? {
    do {
      return try Ledger(at: context.resolve(Self.journal(of: warehousePath)))
    } catch {
      warn("this run is not recorded: \(error.message)")
      return nil
    }
  }

  /// `.fastbreak/warehouse.duckdb` has its journal in `.fastbreak/warehouse.journal.sqlite`.
  static func journal(of warehouse: String) -> String {
    let ending = ".duckdb"
    let stem = warehouse.hasSuffix(ending) ? String(warehouse.dropLast(ending.count)) : warehouse
    return stem + ".journal.sqlite"
  }

  /// Makes the folder a file will be in.
  ///
  /// - Parameter option: names another, where this one cannot be made.
  func makeFolder(of path: String, option: OptionSpec = .warehouse) throws(ToolError) {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ToolError(
        .file, "the folder \(folder) cannot be made: \(error.fileTrouble)",
        help: "choose another with --\(option.name)")
    }
  }

  /// Does a part of the engine's work, and puts its error in the tool's words.
  func engine<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(ToolError) -> Output {
    do {
      return try body()
    } catch {
      throw ToolError(error)
    }
  }
}

extension ToolError {
  init(_ error: EngineError) {
    let exit: ExitCode =
      switch error.code {
      case .busy: .busy
      case .usage: .usage
      case .interrupted: .interrupted
      default: .problems
      }
    let place = [error.processor, error.days.map(Words.days)].compactMap { $0 }
    let prefix = place.isEmpty ? "" : place.joined(separator: " ") + ": "
    self.init(
      Code(error.code.name), prefix + error.message, help: error.help, exit: exit,
      details: error.cause.map { [$0.message, $0.sql].compactMap { $0 }.joined(separator: "\n") })
  }
}
