import FeatureSpec
import FeatureTesting
import Testing

private struct Hashed: Table {
  static let name = TableName("features", "hashed")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let hash = Column("data_hash", .text).metadata
  let at = Column("written_at", .timestamp).metadata
  let bad = Column("bad", .integer)
  var identity: Identity { Identity(key: [player, day], day: day, rowHash: hash) }
}

private func hashed(@DeclarationBuilder _ body: (Hashed) -> [Declaration]) -> Pipeline {
  pipeline(
    Processor(writing: Hashed()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      body(out)
    })
}

@Suite struct WriteRuleTests {
  @Test func `the writer and the table name one hash column`() {
    expectFindings(
      in: hashed { out in
        Feature(out.bad, 1).byDefault(because: "nobody reads it")
        Feature(out.hash, "x")
        Writes(writtenAt: out.at)
      }
    ) {
      """
      error[hash-column]: table 'features.hashed' keeps its hash in 'data_hash', which the writer does not fill
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |         Writes(writtenAt: out.at)
         |         ^^^^^^
         = help: name it in both: Identity(…, rowHash: hash) and Writes(hash: out.hash)
      """
    }
  }

  @Test func `the writer's columns are metadata of the right type`() {
    expectFindings(
      in: hashed { out in Writes(hash: out.hash, createdAt: out.bad, writtenAt: out.at) }
    ) {
      """
      error[written-column]: the writer fills column 'bad', which is BIGINT, not TIMESTAMP
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |       in: hashed { out in Writes(hash: out.hash, createdAt: out.bad, writtenAt: out.at) }
         |                           ^^^^^^
         = help: declare it as .timestamp

      error[written-column]: the writer fills column 'bad', which is not marked as metadata
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |       in: hashed { out in Writes(hash: out.hash, createdAt: out.bad, writtenAt: out.at) }
         |                           ^^^^^^
         = help: mark the column .metadata, so that it changes no row's hash
      """
    }
  }

  @Test func `without hashing there is no hash column`() {
    expectFindings(
      in: hashed { out in
        Feature(out.bad, 1).byDefault(because: "nobody reads it")
        Writes(hash: out.hash, writtenAt: out.at, hashing: .columnByColumn)
      }
    ) {
      """
      error[hash-column]: column 'data_hash' holds the row's hash, but rows are compared column by column
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |         Writes(hash: out.hash, writtenAt: out.at, hashing: .columnByColumn)
         |         ^^^^^^
         = help: say hashing: .canonical, or take the hash column out
      """
    }
  }

  @Test func `rows land in one way, ties broken by columns of the table`() {
    expectFindings(
      in: hashed { out in
        Feature(out.bad, 1).byDefault(because: "nobody reads it")
        Writes(hash: out.hash, writtenAt: out.at, tieBreak: [.newest(games.speed)])
        Writes()
      }
    ) {
      """
      error[unknown-column]: the tie-break names 'speed', which table 'features.hashed' does not have
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |         Writes(hash: out.hash, writtenAt: out.at, tieBreak: [.newest(games.speed)])
         |         ^^^^^^
         = help: a tie is broken by columns of the output: .newest(Rows(out, as: …).column)

      error[two-writes]: processor 'hashed' says twice how rows land
        --> FeatureCompilerTests/WriteRuleTests.swift
         |
         |         Writes()
         |         ^^^^^^
         = note: the first is here: FeatureCompilerTests/WriteRuleTests.swift
         = help: put both into one Writes
      """
    }
  }
}
