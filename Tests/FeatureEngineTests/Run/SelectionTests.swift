import Testing

@testable import FeatureEngine

@Suite struct SelectionTests {
  let tiny: TinyWarehouse

  init() throws { tiny = try TinyWarehouse() }

  @Test func `only the named processor runs`() throws {
    let report = try tiny.run { $0.only = ["team_games"] }
    #expect(report.processors.map(\.processor) == ["team_games"])
    #expect(try tiny.rows("SELECT DISTINCT processor FROM fastbreak.receipts") == ["team_games"])
  }

  @Test func `downstream adds what reads from it, and what reads from that`() throws {
    let report = try tiny.run {
      $0.only = ["player_games"]
      $0.downstream = true
    }
    #expect(
      report.processors.map(\.processor) == ["player_games", "player_form", "player_tags"])
  }

  @Test func `several names run in the order of the graph, each once`() throws {
    let report = try tiny.run {
      $0.only = ["player_tags", "team_games", "player_games", "team_games"]
    }
    #expect(
      report.processors.map(\.processor) == ["player_games", "team_games", "player_tags"])
  }

  @Test func `an unknown name is refused with the nearest known one`() throws {
    let error = #expect(throws: EngineError.self) { try tiny.run { $0.only = ["player_from"] } }
    #expect(error?.code == .usage)
    #expect(error?.message == "there is no processor 'player_from'")
    #expect(error?.help?.hasPrefix("did you mean 'player_form'?") == true)
  }

  @Test func `a refused run stores nothing`() throws {
    #expect(throws: EngineError.self) { try tiny.run { $0.only = ["team_games", "nobody"] } }
    #expect(try tiny.rows("SELECT * FROM fastbreak.receipts") == [])
  }
}
