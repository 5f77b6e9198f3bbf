import FeatureSpec

/// Shot zones of one player in one game.
///
/// The play-by-play tells attempts and makes where it has the game; then a player without a shot has
/// zeros. Where it has not, published points by zone tell makes (two points each) and no attempts.
/// Passes, blocks and and-ones are told only by a play-by-play that has such events (D-45).
struct PlayerZones {
  let events: Rows<PlayByPlay>
  let points: Rows<PlayerZonePoints>
  private let published: Lookup<PlayerZonePoints>
  private let blocked: Rows<PlayByPlay>
  private let game: PlayByPlayCoverage
  private let player: Aggregate
  private let team: Aggregate
  private let opponent: Aggregate

  init(of player: Aggregate, in team: Aggregate, against opponent: Aggregate) {
    events = Rows(PlayByPlay(), as: "events")
    blocked = Rows(PlayByPlay(), as: "blocked_shots").where { $0.isBlocked }
    game = PlayByPlayCoverage(
      own: Rows(PlayByPlay(), as: "team_events"),
      opponent: Rows(PlayByPlay(), as: "opponent_events"))
    points = Rows(PlayerZonePoints(), as: "zone_points")
    published = Lookup(points, .atMostOne, matching: (\.playerLookup, player))
    self.player = player
    self.team = team
    self.opponent = opponent
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(events, .on, matching: (\.shooterLookup, player))
    Reads(blocked, .on, matching: (\.otherLookup, player))
    Reads(game.own, .on, matching: (\.shooterTeam, team))
    Reads(game.opponent, .on, matching: (\.shooterTeam, opponent))
    Reads(published)
  }

  @DeclarationBuilder func features(
    _ out: PlayerGameSummary, fieldGoalsAttempted: Aggregate
  ) -> [Declaration] {
    let zones = ZoneCounts(events: events)
    let isTold = game.hasShots
    Feature(out.paintAttempts, when(isTold, zones.paintAttempts, elseMissing: .integer))
    Feature(
      out.paintMakes,
      when(isTold, zones.paintMakes, otherwise: published.pointsInPaint / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.midRangeAttempts, when(isTold, zones.midRangeAttempts, elseMissing: .integer))
    Feature(
      out.midRangeMakes,
      when(isTold, zones.midRangeMakes, otherwise: published.pointsMidRange / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.threePtZoneAttempts, when(isTold, zones.threeAttempts, elseMissing: .integer))
    Feature(out.threePtZoneMakes, when(isTold, zones.threeMakes, elseMissing: .integer))
    Feature(
      out.hasCompleteShotZones,
      (isTold && zones.attempts == fieldGoalsAttempted).orElse(false))
    Feature(out.shotZonesSource, zonesSource(isTold, published.isFound))

    let tellsBlocks = game.hasOpponentShots && game.hasSecondPlayers
    let stops = ZoneCounts(events: blocked)
    Feature(out.paintBlocks, when(tellsBlocks, stops.paintBlocks, elseMissing: .integer))
    Feature(out.midRangeBlocks, when(tellsBlocks, stops.midRangeBlocks, elseMissing: .integer))
    Feature(out.threePtBlocks, when(tellsBlocks, stops.threeBlocks, elseMissing: .integer))
    Feature(
      out.and1Count,
      when(game.hasFreeThrows, countIf(events) { $0.isAnd1 }, elseMissing: .integer))
    let tellsPasses = isTold && game.hasSecondPlayers
    Feature(
      out.assistedFgMakes,
      when(
        tellsPasses, countIf(events) { $0.isAssisted }, otherwise: published.assistedFieldGoals))
    Feature(
      out.unassistedFgMakes,
      when(
        tellsPasses, countIf(events) { $0.isUnassisted },
        otherwise: published.unassistedFieldGoals))
  }
}
