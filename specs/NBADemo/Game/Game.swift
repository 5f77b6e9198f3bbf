/// One game, played possession by possession.
///
/// Box score, play-by-play, plus-minus and minutes come from the same events, so they agree.
struct Game: Sendable {
  var random: SeasonRandom
  var clock = GameClock()
  var events: [PlayEvent] = []
  /// Seconds of a usual possession tonight.
  let pace: Double
  private var number = 0

  init(_ random: SeasonRandom, pace: Double) {
    self.random = random
    self.pace = pace
    events.reserveCapacity(260)
  }

  /// Plays until somebody leads at the end of the fourth or a later period.
  mutating func play(_ home: inout GameSide, _ away: inout GameSide) {
    var homeHasBall = random.chance(0.5)
    repeat {
      var nextChange = clock.elapsed + 200
      while clock.left > 0 {
        if homeHasBall {
          playPossession(of: &home, against: &away)
        } else {
          playPossession(of: &away, against: &home)
        }
        homeHasBall.toggle()
        if clock.elapsed >= nextChange {
          home.rotate(at: clock, lead: home.score - away.score)
          away.rotate(at: clock, lead: away.score - home.score)
          nextChange = clock.elapsed + random.within(45...110)
        }
      }
      home.periodFouls = 0
      away.periodFouls = 0
      if clock.period >= 4 && home.score != away.score { break }
      clock.startNextPeriod()
    } while true
    home.finish(at: clock.elapsed, lead: home.score - away.score)
    away.finish(at: clock.elapsed, lead: away.score - home.score)
  }

  /// Counts a happening that the play-by-play feed leaves out.
  mutating func pass() { number += 1 }

  mutating func record(
    _ subtype: PlayEvent.Subtype, _ isMade: Bool, from distance: Int, by shooter: GamePlayer,
    isHome: Bool, with other: Int = -1
  ) {
    number += 1
    events.append(
      PlayEvent(
        number: number, subtype: subtype, isMade: isMade, distance: distance, shooter: shooter.id,
        isHome: isHome, other: other))
  }
}
