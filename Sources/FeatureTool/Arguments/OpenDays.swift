import FeatureAlgebra
import FeatureEngine

/// Days that `--from` and `--to` name; nil where the option is left out.
struct OpenDays {
  let from: Day?
  let to: Day?

  /// The days, from the first to the last game where nothing else is said.
  func within(_ games: ClosedRange<Day>?) throws(EngineError) -> ClosedRange<Day> {
    guard let games else {
      throw EngineError(.usage, "the schedule is empty", help: "load a season first")
    }
    let (first, last) = (from ?? games.lowerBound, to ?? games.upperBound)
    guard first <= last else {
      throw EngineError(
        .usage, "there are no games from \(first) to \(last)",
        help: "the schedule goes from \(games.lowerBound) to \(games.upperBound)")
    }
    return first...last
  }
}
