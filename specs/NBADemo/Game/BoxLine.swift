/// What one player, or one team, did in one game.
struct BoxLine: Equatable, Sendable {
  var seconds = 0
  var fieldGoalsMade = 0
  var fieldGoalsAttempted = 0
  var threesMade = 0
  var threesAttempted = 0
  var freeThrowsMade = 0
  var freeThrowsAttempted = 0
  var offensiveRebounds = 0
  var defensiveRebounds = 0
  var assists = 0
  var steals = 0
  var blocks = 0
  var turnovers = 0
  var fouls = 0
  /// Own points less the opponent's while on court; of a team, its margin.
  var plusMinus = 0

  var points: Int { 2 * (fieldGoalsMade - threesMade) + 3 * threesMade + freeThrowsMade }
  var rebounds: Int { offensiveRebounds + defensiveRebounds }

  /// Counts and seconds add; `plusMinus` stays.
  static func += (sum: inout BoxLine, line: BoxLine) {
    sum.seconds += line.seconds
    sum.fieldGoalsMade += line.fieldGoalsMade
    sum.fieldGoalsAttempted += line.fieldGoalsAttempted
    sum.threesMade += line.threesMade
    sum.threesAttempted += line.threesAttempted
    sum.freeThrowsMade += line.freeThrowsMade
    sum.freeThrowsAttempted += line.freeThrowsAttempted
    sum.offensiveRebounds += line.offensiveRebounds
    sum.defensiveRebounds += line.defensiveRebounds
    sum.assists += line.assists
    sum.steals += line.steals
    sum.blocks += line.blocks
    sum.turnovers += line.turnovers
    sum.fouls += line.fouls
  }
}
