public import FeatureSpec

/// The search for games of a player that were like the one to come (domain 7.4); the function is
/// `SimilarityKernel` of `NBAKernels`.
///
/// A past game is compared by the opponent's tier, the days of rest, the venue and the player's form. Rest
/// and form of a past game follow from the rows of the window, newest first; a row without points is
/// passed over, as if it had not been played.
public struct SimilarGames: KernelShape {
  public static let name = "similar_games"
  public static let version = 1

  /// Of the opponent to come: `elite`, `average` or `weak`; any other text is like no tier.
  public let opponentTier = KernelValue("opponent_tier", .text)
  /// Whole days without a game before it: 0 the day after a game, 3 and more are alike (D-22).
  public let restDays = KernelValue("rest_days", .integer, .days)
  public let isHome = KernelValue("is_home", .boolean)
  /// `hot`, `normal` or `cold`.
  public let form = KernelValue("form", .text)

  public let pastDate = KernelColumn("past_date", .day)
  public let pastPoints = KernelColumn("past_points", .double, .points)
  /// Of that game's opponent as of its day.
  public let pastOpponentTier = KernelColumn("past_opponent_tier", .text)
  public let pastIsHome = KernelColumn("past_is_home", .boolean)

  /// How many similar games there are, 20 at most.
  public let count = KernelResult("count", .integer, .count)
  /// Their points, weighted by similarity; NULL with fewer than five games, like all below.
  public let baseline = KernelResult("baseline", .double, .points)
  public let meanSimilarity = KernelResult("mean_similarity", .double, .score)
  public let lowestSimilarity = KernelResult("lowest_similarity", .double, .score)
  /// Population standard deviation of their points (D-41).
  public let pointsDeviation = KernelResult("points_deviation", .double, .points)

  public init() {}
}
