import Foundation
import Testing

@testable import FeatureLedger

@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func refusal(for access: Ledger.Access = .append) throws -> LedgerError {
    try #require(
      #expect(throws: LedgerError.self) { try folder.ledger(for: access) })
  }

  func write(_ bytes: Data) throws {
    try bytes.write(to: URL(filePath: folder.path()))
  }

  @Test func `a missing journal is made`() throws {
    #expect(try folder.ledger().latestRuns(1).isEmpty)
  }

  @Test func `an empty file becomes a journal`() throws {
    try write(Data())
    #expect(try folder.ledger().latestRuns(1).isEmpty)
  }

  @Test func `a new journal is in WAL mode`() throws {
    let mode = try folder.ledger().use { connection throws(LedgerError) in
      try connection.row("PRAGMA journal_mode") { row throws(LedgerError) in
        try row.text("journal_mode")
      }
    }
    #expect(mode == "wal")
  }

  @Test func `reading a journal that is not there makes none`() throws {
    let error = try refusal(for: .read)
    #expect(error.code == .absent)
    #expect(error.message == "no journal is at \(folder.path()): `fastbreak run` writes one")
    #expect(!FileManager.default.fileExists(atPath: folder.path()))
  }

  @Test func `reading an empty file finds no journal`() throws {
    try write(Data())
    #expect(try refusal(for: .read).code == .absent)
  }

  @Test func `a journal opened for reading refuses a line`() throws {
    try folder.ledger().append(.started(.sample()))
    let reading = try folder.ledger(for: .read)
    let error = #expect(throws: LedgerError.self) { try reading.append(.step(.sample())) }
    #expect(error?.code == .readOnly)
  }

  @Test func `a journal is read while another process appends`() throws {
    let writing = try folder.ledger()
    let reading = try folder.ledger(for: .read)
    try writing.append(.started(.sample()))
    #expect(try reading.latestRuns(9).map(\.run) == ["r1"])
  }

  @Test func `a file that is no database is refused in one sentence`() throws {
    try write(Data(repeating: 0x2a, count: 5000))
    let error = try refusal()
    #expect(error.code == .corrupt)
    #expect(
      error.description == """
        \(folder.path()) is not a journal, nor any SQLite file: name another path \
        (SQLite: file is not a database)
        """)
  }

  @Test func `a file that is no database is left as it was`() throws {
    let bytes = Data(repeating: 0x2a, count: 5000)
    try write(bytes)
    _ = try refusal()
    #expect(try Data(contentsOf: URL(filePath: folder.path())) == bytes)
  }

  /// A journal of some 70 pages of 4096 bytes, overwritten from a page on; the schema is in the first.
  func damage(from page: Int) throws {
    do {
      let ledger = try folder.ledger()
      try ledger.append(.started(.sample()))
      try ledger.append((0..<2000).map { _ in .step(.sample()) })
    }
    var bytes = try Data(contentsOf: URL(filePath: folder.path()))
    for index in (page * 4096)..<bytes.count { bytes[index] = 0xa5 }
    try write(bytes)
  }

  @Test func `damage to the tables is told when opening`() throws {
    try damage(from: 1)
    let error = try refusal()
    #expect(error.code == .corrupt)
    #expect(
      error.message == """
        the journal \(folder.path()) is damaged: move it aside and run again; \
        stored rows do not need it
        """)
  }

  @Test func `damage to the lines is told when reading`() throws {
    try damage(from: 30)
    let ledger = try folder.ledger()
    let error = #expect(throws: LedgerError.self) { try ledger.phaseCosts(of: "r1") }
    #expect(error?.code == .corrupt)
  }

  @Test func `damage is found by looking for problems`() throws {
    try damage(from: 30)
    #expect(try folder.ledger().problems().isEmpty == false)
  }

  @Test func `a sound journal has no problems`() throws {
    let ledger = try folder.ledger()
    try ledger.append([.started(.sample()), .step(.sample()), .finished(.sample())])
    #expect(try ledger.problems() == [])
  }

  @Test func `a line without its run is a problem`() throws {
    let ledger = try folder.ledger()
    try ledger.use { connection throws(LedgerError) in
      try connection.execute("PRAGMA foreign_keys = OFF")
      try Statement(StepRecord.insertion, on: connection).run(StepRecord.sample("lost").values)
    }
    #expect(try ledger.problems() == ["steps: 1 of a run that never started"])
  }

  @Test func `a database of another program is refused and left as it was`() throws {
    do {
      let other = try Connection.open(folder.path(), for: .append, busyTimeout: .zero)
      try other.execute("CREATE TABLE songs (title TEXT)")
    }
    let before = try Data(contentsOf: URL(filePath: folder.path()))
    #expect(try refusal().code == .notAJournal)
    #expect(try Data(contentsOf: URL(filePath: folder.path())) == before)
  }

  @Test func `a folder is no journal`() throws {
    let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.url.path()) }
    #expect(error?.code == .io)
  }

  @Test func `a missing folder is named`() throws {
    let error = #expect(throws: LedgerError.self) { try folder.ledger("absent/journal.sqlite") }
    #expect(error?.code == .io)
    #expect(error?.message.contains("absent/journal.sqlite") == true)
  }

  @Test(arguments: ["file:x?mode=memory", "100% é '\".sqlite", "#.sqlite", " "])
  func `a path is taken literally`(name: String) throws {
    _ = try folder.ledger(name)
    #expect(FileManager.default.fileExists(atPath: folder.path(name)))
  }

  @Test func `a path with a NUL is refused`() throws {
    let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.path() + "\0.sqlite") }
    #expect(error?.code == .io)
    #expect(!FileManager.default.fileExists(atPath: folder.path()))
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func `a journal that may not be written is refused when opened`() throws {
    _ = try folder.ledger()
    try permit(0o444, on: folder.path())
    #expect(try refusal().code == .readOnly)
  }

  @Test(
    .enabled(if: getuid() != 0, "root may write anywhere"),
    arguments: ["journal.sqlite", "100% é?#&'\".sqlite"])
  func `a journal in a folder that may not be written can be read`(name: String) throws {
    try folder.ledger(name).append(.started(.sample()))
    try permit(0o555, on: folder.url.path())
    defer { try? permit(0o755, on: folder.url.path()) }
    #expect(try folder.ledger(name, for: .read).latestRuns(9).map(\.run) == ["r1"])
  }

  @Test func `a frozen journal is found whatever its name`() throws {
    let name = "100% é?#&'\"\u{1}.sqlite"
    try folder.ledger(name).append(.started(.sample()))
    let runs = try Connection.openFrozen(folder.path(name)).rows(
      RunStarted.selection, [:], RunStarted.init(row:))
    #expect(runs == [.sample()])
  }

  func permit(_ permissions: Int, on path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  @Test func `a failed opening leaves no file open`() throws {
    try write(Data(repeating: 0x2a, count: 5000))
    // Not a count of all open files: other tests run beside this one.
    for _ in 0..<10 { _ = try refusal() }
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(!open.contains(folder.path()))
  }
}
