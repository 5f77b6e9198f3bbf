/// The clock of a game, in seconds.
struct GameClock: Sendable {
  private(set) var period = 1
  /// Since the opening tip.
  private(set) var elapsed = 0
  /// In this period.
  private(set) var left = 720

  var overtimes: Int { max(0, period - 4) }

  mutating func spend(_ seconds: Int) {
    let seconds = min(max(seconds, 0), left)
    elapsed += seconds
    left -= seconds
  }

  mutating func startNextPeriod() {
    period += 1
    left = period <= 4 ? 720 : 300
  }
}
