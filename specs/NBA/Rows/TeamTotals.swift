import FeatureSpec

/// A team's box score of the day: the feed's row, or where there is none the sum of at least five of
/// its players (domain 2.3).
struct TeamTotals {
  let boxes: Rows<TeamBoxScore>
  let box: Lookup<TeamBoxScore>
  let lines: PlayerLines
  private let team: Aggregate

  /// - Parameter role: `own` or `opponent`; names the rows in the SQL.
  init(_ role: String, of team: Aggregate) {
    boxes = Rows(TeamBoxScore(), as: "\(role)_box")
    box = Lookup(boxes, .atMostOne, matching: (\.teamAbbr, team))
    lines = PlayerLines(as: "\(role)_players")
    self.team = team
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(box)
    Reads(players, .on, matching: (\.teamAbbr, team))
  }

  var players: Rows<PlayerLine> { lines.rows }
  var isBoxed: Aggregate { box.isFound }
  var isSummed: Aggregate { !box.isFound && count(players) >= 5 }
  var isKnown: Aggregate { box.isFound || count(players) >= 5 }
  /// 100 for the feed's row, 85 for a sum.
  var score: Aggregate { when(isBoxed, 100, otherwise: 85) }

  var points: Aggregate { total(box.points, sum(players.points)) }
  var fieldGoalsMade: Aggregate { total(box.fieldGoalsMade, sum(players.fieldGoalsMade)) }
  var fieldGoalsAttempted: Aggregate {
    total(box.fieldGoalsAttempted, sum(players.fieldGoalsAttempted))
  }
  var threesMade: Aggregate { total(box.threesMade, sum(players.threesMade)) }
  var threesAttempted: Aggregate { total(box.threesAttempted, sum(players.threesAttempted)) }
  var freeThrowsMade: Aggregate { total(box.freeThrowsMade, sum(players.freeThrowsMade)) }
  var freeThrowsAttempted: Aggregate {
    total(box.freeThrowsAttempted, sum(players.freeThrowsAttempted))
  }
  var offensiveRebounds: Aggregate {
    total(box.offensiveRebounds, sum(players.offensiveRebounds))
  }
  var rebounds: Aggregate {
    total(box.totalRebounds, sum(players.offensiveRebounds) + sum(players.defensiveRebounds))
  }
  var assists: Aggregate { total(box.assists, sum(players.assists)) }
  var turnovers: Aggregate { total(box.turnovers, sum(players.turnovers)) }
  var personalFouls: Aggregate { total(box.personalFouls, sum(players.personalFouls)) }

  /// Of all players together, 240 where nobody says: the row then has the issue of `assumesMinutes`.
  var minutes: Aggregate { toldMinutes.orElse(240) }
  var assumesMinutes: (code: String, when: Aggregate) {
    ("minutes_assumed", toldMinutes.isMissing)
  }
  /// Summed minutes lose seconds, hence whole minutes.
  private var toldMinutes: Aggregate {
    when(
      isBoxed, box.minutes.asClockMinutes,
      otherwise: total(.missing(.double), sum(players.minutes.rounded(2)).rounded(0)))
  }

  /// FGA + 0.44 · FTA + TOV − OREB.
  var possessions: Aggregate {
    fieldGoalsAttempted + 0.44 * freeThrowsAttempted + turnovers - offensiveRebounds
  }
  /// PTS / (2 · (FGA + 0.44 · FTA)); NULL without an attempt.
  var trueShooting: Aggregate {
    points / (2 * (fieldGoalsAttempted + 0.44 * freeThrowsAttempted))
  }
  /// 2 · (FGM − 3PM) + 3 · 3PM + FTM.
  var pointsFromShots: Aggregate {
    2 * (fieldGoalsMade - threesMade) + 3 * threesMade + freeThrowsMade
  }

  private func total(_ boxed: Aggregate, _ summed: Aggregate) -> Aggregate {
    firstMatch((isBoxed, boxed), (isSummed, summed), otherwise: .missing(.integer))
  }
}
