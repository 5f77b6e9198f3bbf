import FeatureAlgebra
import Testing

@testable import FeatureEngine
@testable import FeatureTool

@Suite struct `The end of a run` {
  private let january = Day(ordinal: 19_723)...Day(ordinal: 19_734)

  private func report(_ change: (inout ProcessorReport) -> Void) -> RunReport {
    var processor = ProcessorReport("player_form")
    change(&processor)
    var report = RunReport(runID: "r1", days: january)
    report.processors = [processor]
    report.seconds = 2
    return report
  }

  private func lines(_ report: RunReport) -> [String] {
    RunView(report: report, again: "fastbreak run --from a --to b").lines(Palette(isOn: false))
  }

  @Test func `is a table, the phases, the reasons and a sentence`() {
    let report = report {
      $0.days = [.computed: 10, .offDay: 2]
      $0.rows.inserted = 1500
      $0.rows.unchanged = 500
      $0.rows.failed = 3
      $0.failures = ["INSUFFICIENT_DATA": 3]
      $0.reasons = ["new": 9, "source_games changed": 1]
      $0.seconds = [.extract: 0.25, .write: 0.75]
    }
    #expect(
      lines(report) == [
        "processor    computed  off  inserted  unchanged  no row  seconds",
        "player_form        10    2     1,500        500       3     1.00",
        "",
        "phase    seconds  share",
        "extract    0.250   25 %  ██████",
        "write      0.750   75 %  ██████████████████",
        "",
        "stale because         days  of",
        "new                      9  player_form",
        "source_games changed     1  player_form",
        "",
        "no row because     rows  of",
        "INSUFFICIENT_DATA     3  player_form",
        "",
        "done: 1,500 rows written, 500 unchanged in 2.00 s, 1,000 rows/s",
      ])
  }

  @Test(
    arguments: [
      (
        [DayOutcome.fresh: 12],
        "nothing to do: 12 days are fresh: plan and inputs are those of the receipts"
      ),
      ([.fresh: 1], "nothing to do: 1 day is fresh: plan and inputs are those of the receipts"),
      ([.computed: 12], "nothing changed: every computed row is equal to the one stored"),
      ([.offDay: 12], "nothing to compute: no game on 2024-01-01 to 2024-01-12"),
      (
        [.bootstrap: 12],
        "nothing to compute: 2024-01-01 to 2024-01-12 is inside the first days of a season, which are skipped"
      ),
    ] as [([DayOutcome: Int], String)])
  func `says why nothing was written`(days: [DayOutcome: Int], sentence: String) {
    #expect(lines(report { $0.days = days }).last == sentence + " (2.00 s)")
  }

  @Test func `of days that are all blocked says what is short and what to do`() {
    var report = report { processor in
      processor.days = [.blocked: 12]
      for (rows, days) in [(0, 9), (3, 3)] {
        let shortage = Shortage(
          input: "games", tables: [TableName("raw", "games")], rows: rows, minimum: 4)
        processor.blocked[shortage] = days
      }
    }
    report.tablesToLoad = [TableName("raw", "games")]
    #expect(
      lines(report).suffix(5) == [
        "short input    rows  of at least  days  in         of",
        "games        0 to 3            4    12  raw.games  player_form", "",
        "nothing computed: inputs are short for every day (2.00 s)",
        "  help: load rows of raw.games for these days, or add --skip-dependencies to compute without them",
      ])
  }

  @Test func `says days that failed alike once`() {
    let report = report { processor in
      processor.days = [.computed: 9, .failed: 3]
      processor.rows.inserted = 9
      processor.errors = (0..<3).map { number in
        let day = Day(ordinal: 19_730 + Int32(number))
        return EngineError(
          .data, "contract 'a' is broken by \(number + 1) rows, one is x=\(number)",
          help: "mend it", processor: "player_form", days: day...day)
      }
    }
    let text = lines(report).joined(separator: "\n")
    #expect(
      text.hasSuffix(
        """

        error: player_form 2024-01-08: contract 'a' is broken by 1 rows, one is x=0
          help: mend it
          and 2 more days in the same way, the last 2024-01-10

        3 days failed; the rest is stored: 9 rows (2.00 s)
        """))
  }

  @Test func `says how to go on after an interrupt`() {
    var report = report { $0.rows.inserted = 7 }
    report.wasInterrupted = true
    #expect(
      lines(report).last
        == "stopped after 2.00 s: 7 rows stored; go on with: fastbreak run --from a --to b")
  }
}
