/// A game that was played, as the history has it.
struct PastGame: Hashable, Sendable {
  /// Days since 1970-01-01.
  var day: Int
  var points: Double
  var tier: GameSetting.Tier?
  var isHome: Bool?

  /// The settings of games, of which rest and form follow from the games before each (domain 7.1).
  ///
  /// - Rest: days since the previous game less one, 7 at most; 3 where there is none.
  /// - Form: the mean of the five games before it against that of all before it: 3 more is hot, 3 less
  ///   cold; normal with fewer than three games before.
  /// - Parameter games: newest first.
  static func settings(of games: [PastGame]) -> [GameSetting] {
    var settings: [GameSetting] = []
    var before: [Double] = []
    var total = 0.0
    for (place, game) in games.enumerated().reversed() {
      let previous = place + 1 < games.count ? games[place + 1].day : nil
      let rest = previous.map { min(max(game.day - $0 - 1, 0), 7) } ?? 3
      settings.append(
        GameSetting(
          tier: game.tier, restDays: rest, isHome: game.isHome, form: form(before, total)))
      before.append(game.points)
      total += game.points
    }
    return settings.reversed()
  }

  /// - Parameter before: points, oldest first; `total` is their sum.
  private static func form(_ before: [Double], _ total: Double) -> GameSetting.Form {
    guard before.count >= 3 else { return .normal }
    let recent = before.suffix(5)
    let change = recent.reduce(0, +) / Double(recent.count) - total / Double(before.count)
    if change >= 3 { return .hot }
    return change <= -3 ? .cold : .normal
  }
}
