import NBADemo
import Testing

@Suite struct DeterminismTests {
  @Test func `the same seed gives the same bytes`() {
    #expect(digest(GeneratedSeason()) == digest(season))
  }

  @Test func `another seed gives another season`() {
    #expect(digest(GeneratedSeason(seed: 7)) != digest(season))
  }

  /// Pinned: a season is the same on every machine. Changing the generator changes it on purpose.
  @Test func `the default season is the one everybody knows`() {
    #expect(digest(season) == 6_636_585_912_114_131_393)
  }

  /// Every value of every table, NULLs included, folded into one number.
  private func digest(_ season: GeneratedSeason) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01B3 }
    func add(_ word: String) { for byte in word.utf8 { add(UInt64(byte)) } }
    for table in season.tables + season.lateRows {
      add(table.name)
      for column in table.columns {
        add(column.name)
        for valid in column.validity ?? [] { add(valid ? 1 : 0) }
        switch column.values {
        case .dictionary(let codes, let words):
          for code in codes { add(UInt64(bitPattern: Int64(code))) }
          for word in words { add(word) }
        case .integer(let values), .timestamp(let values):
          for value in values { add(UInt64(bitPattern: value)) }
        case .double(let values): for value in values { add(value.bitPattern) }
        case .boolean(let values): for value in values { add(value ? 1 : 0) }
        case .day(let values): for value in values { add(UInt64(bitPattern: Int64(value))) }
        }
      }
    }
    return hash
  }
}
