import FeatureSpec

/// Who is predicted: everyone with a vector of the day (D-19), and the line on his points.
struct Predicted {
  let vectors: Rows<MLFeatureStore>
  let player: Population<MLFeatureStore>
  let context: Lookup<UpcomingPlayerGameContext>

  init() {
    vectors = Rows(MLFeatureStore(), as: "vector")
    player = Population(eachRowOf: vectors)
    context = Lookup(
      Rows(UpcomingPlayerGameContext(), as: "context"), .atMostOne,
      matching: (\.playerLookup, player.playerLookup))
  }

  @DeclarationBuilder var inputs: [Declaration] {
    For(player, on: .scheduled, bootstrap: 14)
    Reads(context)
    Requires(vectors, atLeast: 30)
    ProcessorBreaker(of: .allDays, closingAfter: 2)
  }
}

/// The share of a penalty that a tired player gets: `tired` below 50, `weary` below 70.
///
/// - Parameter isLegacy: the origin took 100 for exhausted and punished the fresh (D-34); kept to compare
///   with its numbers.
func fatigueTerm(
  _ score: Aggregate, tired: Double, weary: Double, isLegacy: Bool
) -> Aggregate {
  isLegacy
    ? firstMatch((score > 70, .constant(tired)), (score > 50, .constant(weary)), otherwise: 0.0)
    : firstMatch((score < 50, .constant(tired)), (score < 70, .constant(weary)), otherwise: 0.0)
}

/// In percent, 20 to 80: how steadily the player scores, and whether he plays these days. In whole
/// numbers, so that 45 is 45.
func steadiness(of std: Aggregate, games: Aggregate) -> Aggregate {
  let spread = firstMatch((std > 6, -15), (std > 4, -8), otherwise: 0)
  let rhythm = firstMatch((games >= 3, 10), (games == 2, 5), otherwise: -10)
  return (50 + spread + rhythm).clamped(20, 80)
}
