import Foundation
import Testing

@testable import FeatureEngine

/// Files that are no warehouse, or cannot be one.
@Suite struct OpeningTests {
  let folder = TemporaryFolder()

  @Test func `a file of another kind is refused with what to do`() throws {
    let path = folder.path("notes.duckdb")
    try "these are only notes, and they are long enough to be read as a header\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: EngineError.self) { try Warehouse(path: path) }
    #expect(error?.code == .warehouse)
    #expect(error?.message.hasPrefix("could not open the warehouse \(path): ") == true)
    #expect(error?.help == "choose another file with --warehouse, or move this one away")
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("these are only notes"))
  }

  @Test func `a file that ends too early is refused`() throws {
    let path = folder.path("half.duckdb")
    do {
      let tiny = try TinyWarehouse(path: path)
      try tiny.run { $0.only = ["team_games"] }
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(6_000).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: EngineError.self) { try Warehouse(path: path) }
    #expect(error?.code == .warehouse)
  }

  @Test func `a folder that is not there is refused`() {
    let error = #expect(throws: EngineError.self) {
      try Warehouse(path: folder.path("nowhere/warehouse.duckdb"))
    }
    #expect(error?.code == .warehouse)
  }

  @Test func `a folder is no warehouse`() {
    let error = #expect(throws: EngineError.self) { try Warehouse(path: folder.root.path) }
    #expect(error?.code == .warehouse)
    #expect(error?.message == "\(folder.root.path) is a folder, and a warehouse is a file")
    #expect(error?.help == "name a file: --warehouse \(folder.root.path)/warehouse.duckdb")
  }

  @Test func `a warehouse that this process holds is busy`() throws {
    let path = folder.path("held.duckdb")
    let first = try Warehouse(path: path)
    let error = #expect(throws: EngineError.self) { try Warehouse(path: path) }
    #expect(error?.code == .busy)
    #expect(first.path == path)
  }

  @Test func `a warehouse opened to look at takes no run, and says so`() throws {
    let path = folder.path("stored.duckdb")
    do {
      let tiny = try TinyWarehouse(path: path)
      try tiny.run { $0.only = ["team_games"] }
    }
    var access = Warehouse.Access()
    access.isReadOnly = true
    let reader = try TinyWarehouse(reading: path, access: access)
    #expect(
      try reader.engine().status().processors.first { $0.processor == "team_games" }?.rows == 8)
    let error = #expect(throws: EngineError.self) { try reader.run() }
    #expect(error?.code == .warehouse)
    #expect(error?.help?.contains("write permission") == true)
  }

  @Test func `what a run stored is there when the file is opened again`() throws {
    let path = folder.path("kept.duckdb")
    let stored: [String]
    do {
      let tiny = try TinyWarehouse(path: path)
      try tiny.run()
      stored = try tiny.stored()
    }
    let again = try TinyWarehouse(reading: path)
    #expect(try again.stored() == stored)
    #expect(try again.run().rowsWritten == 0)
  }
}
