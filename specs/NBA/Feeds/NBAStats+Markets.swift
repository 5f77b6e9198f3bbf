extension NBAStats {
  /// Lines of two pick-em books. A file holds what was offered on its day; its hour is not told. The
  /// snapshot is noon UTC of that day, which is before every tip-off of a day of games, or one hour
  /// before tip-off where that is earlier. Several lines of a book at once: the lowest offered on both
  /// sides. Names have no ids: the whole key must be that of one player of the season, or the key
  /// without a suffix (jr, sr, ii, iii, iv) that of only one.
  static let pointsProps = """
    WITH \(games), \(players), \(teamNames),
    offers AS (
      SELECT
        \(IngestSQL.playerKey("player_name")) AS folded,
        lower(bookmaker) AS bookmaker,
        line,
        max(price) FILTER (side = 'Over') AS over_price,
        max(price) FILTER (side = 'Under') AS under_price,
        home_team, away_team, commence_utc,
        least(
          CAST(strptime(file_date, '%m_%d_%Y') AS TIMESTAMP) + INTERVAL 12 HOUR,
          commence_utc - INTERVAL 1 HOUR
        ) AS snapshot
      FROM props
      WHERE market = 'player_points'
      GROUP BY ALL
    ),
    stems AS (
      SELECT
        season_year,
        regexp_replace(player_lookup, '(jr|sr|ii|iii|iv)$', '') AS stem,
        any_value(player_lookup) AS player_lookup
      FROM players
      GROUP BY season_year, stem
      HAVING count(*) = 1
    ),
    placed AS (
      SELECT
        offers.*,
        coalesce(players.player_lookup, stems.player_lookup) AS player_lookup,
        games.game_date, games.processed_at,
        row_number() OVER (
          PARTITION BY
            games.game_date, bookmaker, coalesce(players.player_lookup, stems.player_lookup),
            snapshot
          ORDER BY over_price IS NULL OR under_price IS NULL, line, commence_utc
        ) AS place
      FROM offers
      LEFT JOIN team_names AS h ON h.team_name = offers.home_team
      LEFT JOIN team_names AS a ON a.team_name = offers.away_team
      LEFT JOIN games
        ON games.game_date = CAST(offers.commence_utc - INTERVAL 8 HOUR AS DATE)
        AND least(games.home, games.away) = least(h.team, a.team)
        AND greatest(games.home, games.away) = greatest(h.team, a.team)
      LEFT JOIN players
        ON players.season_year = games.season_year AND players.player_lookup = offers.folded
      LEFT JOIN stems
        ON stems.season_year = games.season_year
        AND stems.stem = regexp_replace(offers.folded, '(jr|sr|ii|iii|iv)$', '')
    )
    SELECT
      game_date,
      snapshot AS snapshot_timestamp,
      bookmaker,
      player_lookup,
      line AS points_line,
      over_price,
      under_price,
      processed_at,
      CASE
        WHEN line IS NULL OR snapshot IS NULL THEN 'the row is cut off'
        WHEN game_date IS NULL THEN 'no game of these teams on this day'
        WHEN player_lookup IS NULL THEN 'the name is that of no player of the season'
        WHEN place > 1 THEN 'another line of the same bookmaker'
      END AS refused
    FROM placed
    """

  /// One spread and one total per game become four outcomes. 2020-21 and 2021-22 are opening lines
  /// with an unsigned spread: the favourite has the lower money line. Later seasons are FanDuel's, the
  /// spread positive where the home team is favoured. The hour is not told: noon UTC of the day.
  static let gameLines = """
    WITH \(games), \(teamNames),
    lines AS (
      SELECT
        odds.season || '-' || odds.row_index AS game_id,
        odds.game_date,
        odds.season < '2022-23' AS is_unsigned,
        odds.ou AS total,
        odds.spread,
        CAST(nullif(regexp_replace(odds.ml_home, '[^0-9-]', '', 'g'), '') AS BIGINT) AS money_home,
        CAST(nullif(regexp_replace(odds.ml_away, '[^0-9-]', '', 'g'), '') AS BIGINT) AS money_away,
        odds.home AS home_name,
        odds.away AS away_name,
        games.processed_at
      FROM odds
      LEFT JOIN team_names AS h ON h.team_name = odds.home
      LEFT JOIN team_names AS a ON a.team_name = odds.away
      LEFT JOIN games
        ON games.game_date = odds.game_date
        AND least(games.home, games.away) = least(h.team, a.team)
        AND greatest(games.home, games.away) = greatest(h.team, a.team)
    ),
    signed AS (
      SELECT
        *,
        CASE
          WHEN NOT is_unsigned THEN spread
          WHEN spread = 0 OR money_home < money_away THEN spread
          WHEN money_home > money_away THEN -spread
        END AS home_by
      FROM lines
    ),
    outcomes AS (
      SELECT *, 'spreads' AS market_key, home_name AS outcome_name, -home_by AS point FROM signed
      UNION ALL BY NAME
      SELECT *, 'spreads' AS market_key, away_name AS outcome_name, home_by AS point FROM signed
      UNION ALL BY NAME
      SELECT *, 'totals' AS market_key, 'Over' AS outcome_name, total AS point FROM signed
      UNION ALL BY NAME
      SELECT *, 'totals' AS market_key, 'Under' AS outcome_name, total AS point FROM signed
    )
    SELECT
      game_date,
      game_date + INTERVAL 12 HOUR AS snapshot_timestamp,
      game_id,
      CASE WHEN is_unsigned THEN 'sportsbookreview' ELSE 'fanduel' END AS bookmaker_key,
      market_key,
      \(IngestSQL.teamName("outcome_name")) AS outcome_name,
      CAST(NULL AS BIGINT) AS outcome_price,
      point + 0.0 AS outcome_point,
      processed_at,
      CASE
        WHEN processed_at IS NULL THEN 'no game of these teams on this day'
        WHEN total < 100 OR spread > 60 THEN 'spread and total are mixed up'
        WHEN market_key = 'spreads' AND spread IS NOT NULL AND home_by IS NULL
          THEN 'the favourite is not told'
        WHEN point IS NULL THEN 'there is no line'
      END AS refused
    FROM outcomes
    """

  /// The id of a player: his key, and his place among all ids that ever had the same key in the
  /// directory, so that it is the same in every season.
  static let registry = """
    WITH \(games), \(players),
    seasons AS (SELECT season_year, min(processed_at) AS processed_at FROM games GROUP BY season_year),
    directory AS (
      SELECT player_id, \(IngestSQL.playerKey("player")) AS folded FROM players_directory
    ),
    namesakes AS (
      SELECT players.season_year, players.player_id, count(directory.player_id) AS earlier
      FROM players
      LEFT JOIN directory
        ON directory.folded = players.folded AND directory.player_id < players.player_id
      GROUP BY players.season_year, players.player_id
    )
    SELECT
      players.player_lookup,
      players.season_year,
      players.folded || '_' || lpad(CAST(1 + namesakes.earlier AS VARCHAR), 3, '0')
        AS universal_player_id,
      players.player_id AS nba_player_id,
      seasons.processed_at,
      CAST(NULL AS VARCHAR) AS refused
    FROM players
    JOIN namesakes USING (season_year, player_id)
    JOIN seasons USING (season_year)
    """

  static let teams = """
    SELECT
      \(IngestSQL.tricode("team")) AS team_abbr,
      \(IngestSQL.teamName("team_name")) AS team_name,
      trim(replace(team_name, nickname, '')) AS city,
      nickname,
      make_timestamp(last_season, 10, 1, 0, 0, 0) AS processed_at,
      CAST(NULL AS VARCHAR) AS refused
    FROM teams
    """
}
