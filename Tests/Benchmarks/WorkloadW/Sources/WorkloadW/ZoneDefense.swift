import FeatureSpec

struct ZoneDefense: Table {
  static let name = TableName("main", "tdza")
  let team = Column("team_id", .integer32).required
  let date = Column("analysis_date", .day).required
  let paintPct = Column("paint_pct_allowed_last_15", .number(5, 3), .ratio)
  let paintPerGame = Column("paint_attempts_allowed_per_game", .number(5, 1))
  let paintVsLeague = Column("paint_defense_vs_league_avg", .number(5, 2), .percentagePoints)
  let midRangePct = Column("mid_range_pct_allowed_last_15", .number(5, 3), .ratio)
  let midRangePerGame = Column("mid_range_attempts_allowed_per_game", .number(5, 1))
  let midRangeVsLeague = Column("mid_range_defense_vs_league_avg", .number(5, 2), .percentagePoints)
  let threePct = Column("three_pt_pct_allowed_last_15", .number(5, 3), .ratio)
  let threePerGame = Column("three_pt_attempts_allowed_per_game", .number(5, 1))
  let threeVsLeague = Column("three_pt_defense_vs_league_avg", .number(5, 2), .percentagePoints)
  let rating = Column("defensive_rating_last_15", .number(6, 2), .rating)
  let points = Column("opponent_points_per_game", .number(5, 1))
  let games = Column("games_in_sample", .integer32, .count)
  let strongest = Column("strongest_zone", .text)
  let weakest = Column("weakest_zone", .text)
  let rowHash = Column("data_hash", .text).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(key: [team, date], day: date, freshness: processedAt, rowHash: rowHash)
  }
}

extension Processor {
  /// What a team allows by zone, against the league: one row per team with 15 games, per game day.
  static let zoneDefense = Processor(writing: ZoneDefense()) { out in
    let games = Rows(TeamDefense(), as: "games")
    let teams = Population(entitiesOf: games, by: \.team)
    let sample = count(games).over(.last(15, .games))

    let paintAllowed = sum(games.paintMakes) / sum(games.paintAttempts)
    let midRangeAllowed = sum(games.midRangeMakes) / sum(games.midRangeAttempts)
    let threeAllowed = sum(games.threeMakes) / sum(games.threeAttempts)
    let paint = Intermediate(
      "paint_difference", .double, .ratio,
      paintAllowed.over(.last(15, .games)) - league(paintAllowed, of: games, otherwise: 0.580))
    let midRange = Intermediate(
      "mid_range_difference", .double, .ratio,
      midRangeAllowed.over(.last(15, .games))
        - league(midRangeAllowed, of: games, otherwise: 0.410))
    let three = Intermediate(
      "three_pt_difference", .double, .ratio,
      threeAllowed.over(.last(15, .games)) - league(threeAllowed, of: games, otherwise: 0.355))

    For(teams, on: .played, bootstrap: 14)
    Reads(games, .before, matching: (\.team, teams.team))
    Only(when: sample == 15)
    for difference in [paint, midRange, three] {
      difference.byDefault(
        because: "the league allows about this much while ten teams are not known")
    }

    Feature(out.team, teams.team)
    Feature(out.date, asOfDay)
    Feature(out.paintPct, paintAllowed, over: .last(15, .games))
    Feature(out.paintPerGame, sum(games.paintAttempts).over(.last(15, .games)) / sample)
    Feature(out.paintVsLeague, paint.value * 100)
    Feature(out.midRangePct, midRangeAllowed, over: .last(15, .games))
    Feature(out.midRangePerGame, sum(games.midRangeAttempts).over(.last(15, .games)) / sample)
    Feature(out.midRangeVsLeague, midRange.value * 100)
    Feature(out.threePct, threeAllowed, over: .last(15, .games))
    Feature(out.threePerGame, sum(games.threeAttempts).over(.last(15, .games)) / sample)
    Feature(out.threeVsLeague, three.value * 100)
    Feature(out.rating, mean(games.rating), over: .last(15, .games))
    Feature(out.points, sum(games.pointsAllowed).over(.last(15, .games)) / sample)
    Feature(out.games, sample)
    Feature(
      out.strongest,
      labelOfSmallest(
        ("paint", paint.value), ("mid_range", midRange.value), ("perimeter", three.value)))
    Feature(
      out.weakest,
      labelOfLargest(
        ("paint", paint.value), ("mid_range", midRange.value), ("perimeter", three.value)))
    Writes(hash: out.rowHash, writtenAt: out.processedAt, hashing: .plain)
  }
}

/// The league's mean over teams with ten games in the last 30 days, at least ten teams.
private func league(
  _ allowed: Aggregate, of games: Rows<TeamDefense>, otherwise constant: Double
) -> Aggregate {
  leagueMean(
    of: allowed.over(.last(30, .days)), over: games,
    qualifying: count(games).over(.last(30, .days)) >= 10, atLeast: 10, otherwise: constant)
}
