import Foundation
import Testing

@testable import FeatureLedger

/// A copy of the files of an open journal is what a killed process leaves behind.
@Suite struct CrashTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func copyFiles(to name: String) throws {
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: folder.path("journal.sqlite\(suffix)"), toPath: folder.path("\(name)\(suffix)"))
    }
  }

  @Test func `a kill loses no batch that was appended`() throws {
    let ledger = try folder.ledger()
    try ledger.append([.started(.sample()), .step(.sample())])
    try copyFiles(to: "left")
    let left = try folder.ledger("left")
    #expect(try left.run("r1")?.steps == [.sample()])
  }

  @Test func `a kill in the middle of a batch leaves none of it`() throws {
    let ledger = try folder.ledger()
    try ledger.append(.started(.sample()))
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("BEGIN IMMEDIATE")
      // More than the page cache holds, so that SQLite writes some of it before the commit.
      try connection.execute("PRAGMA cache_size = 1")
      let insertion = try Statement(StepRecord.insertion, on: connection)
      for _ in 0..<5000 { try insertion.run(StepRecord.sample().values) }
    }
    try copyFiles(to: "left")
    let left = try folder.ledger("left")
    #expect(try left.run("r1")?.steps == [])
  }

  @Test(arguments: [1, 100, 4096, 9000]) func `a torn write loses the end, never the sense`(
    torn: Int
  ) throws {
    let ledger = try folder.ledger()
    try ledger.append(.started(.sample("kept")))
    for step in 0..<20 { try ledger.append(.step(.sample("kept", "p\(step)"))) }
    try copyFiles(to: "left")
    let log = URL(filePath: folder.path("left-wal"))
    let bytes = try Data(contentsOf: log)
    try bytes.dropLast(torn).write(to: log)
    let left = try folder.ledger("left")
    let steps = try #require(try left.run("kept")).steps.map(\.processor)
    #expect(steps == (0..<steps.count).map { "p\($0)" })
    #expect(steps.count < 20)
    #expect(try left.problems().isEmpty)
  }

  @Test func `a run that was killed is unfinished until a later run ends it`() throws {
    try folder.ledger().append(.started(.sample("killed")))
    let ledger = try folder.ledger()
    #expect(try ledger.unfinishedRuns().map(\.run) == ["killed"])
    try ledger.append(.finished(.sample("killed", .interrupted)))
    #expect(try ledger.unfinishedRuns().isEmpty)
  }

  @Test func `closing leaves one file`() throws {
    try folder.ledger().append(.started(.sample()))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path())
    #expect(files == ["journal.sqlite"])
  }
}
