import Testing

@testable import FeatureLedger

/// Text is stored exactly, or refused: never changed.
@Suite struct HostileTextTests {
  static let hostile = [
    "", "'", "\"", "'; DROP TABLE runs; --", "$run", "?1", "%_\\", "a\0b", "\0", "\n\r\t",
    "e\u{301}", "\u{e9}", "🏀🧑‍🤝‍🧑", "\u{feff}", "\u{202e}gnihton", "\u{10ffff}",
    String(repeating: "x", count: 100_000),
  ]

  @Test(arguments: hostile) func `any text comes back byte for byte`(text: String) throws {
    let ledger = try Ledger.inMemory()
    let note = NoteRecord(run: "r1", kind: .note, text: text)
    try ledger.append([.started(.sample()), .note(note)])
    let back = try #require(try ledger.run("r1")?.notes.first?.text)
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test(arguments: hostile.filter { !$0.isEmpty })
  func `any name of a run is found again`(run: String) throws {
    let ledger = try Ledger.inMemory()
    try ledger.append([.started(.sample("other")), .started(.sample(run)), .step(.sample(run))])
    #expect(try ledger.run(run)?.steps == [.sample(run)])
  }

  @Test func `names that look alike but differ in bytes are two runs`() throws {
    let ledger = try Ledger.inMemory()
    try ledger.append([.started(.sample("\u{e9}")), .started(.sample("e\u{301}"))])
    #expect(try ledger.latestRuns(9).count == 2)
  }

  @Test func `bytes that are no UTF-8 are refused when read, by column`() throws {
    let ledger = try Ledger.inMemory()
    try ledger.append(.started(.sample()))
    try ledger.use { connection throws(LedgerError) in
      try connection.execute(
        "INSERT INTO notes (run, kind, text) VALUES ('r1', 'note', CAST(x'61ff62' AS TEXT))")
    }
    let error = #expect(throws: LedgerError.self) { try ledger.run("r1") }
    #expect(error?.code == .corrupt)
    #expect(error?.message.contains("'text' is not UTF-8") == true)
  }
}
