-- upcoming_player_game_context of 2022-23 from the published files alone, by domain 5.4 and 3.3: every
-- player of a box score, by what was known of him before the game. No file has injury reports, rosters
-- or lines on players. $data: the folder of the Parquet files. failure_category is NULL where the
-- player has a row.
WITH
teams AS (SELECT * FROM read_parquet($data || '/team_box_2022_23.parquet')),
sides AS (
  SELECT
    own.game_id, own.game_date AS day, own.team, rival.team AS opponent,
    contains(own.matchup, 'vs.') AS at_home, own.pts > rival.pts AS won,
    round(round(own.fga + 0.44 * own.fta + own.tov - own.oreb, 1) * 48 / own.min, 1) AS pace
  FROM teams AS own
  JOIN teams AS rival ON rival.game_id = own.game_id AND rival.team <> own.team
),
box AS (
  SELECT
    b.game_id, b.game_date AS day, b.player_id, b.team, b.pts, b.fga,
    regexp_replace(lower(strip_accents(b.player_name)), '[^a-z0-9]', '', 'g') AS player_lookup,
    CAST(split_part(b.min_sec, ':', 1) AS DOUBLE)
      + CAST(split_part(b.min_sec, ':', 2) AS DOUBLE) / 60 AS exact_minutes,
    round(
      least(100, 100 * (b.fga + 0.44 * b.fta + b.tov) * t.min
        / nullif(exact_minutes * (t.fga + 0.44 * t.fta + t.tov), 0)), 2) AS usage
  FROM read_parquet($data || '/player_box_2022_23.parquet') AS b
  JOIN teams AS t ON t.game_id = b.game_id AND t.team = b.team
),
played AS (
  SELECT *, round(exact_minutes, 1) AS minutes FROM box
  WHERE round(exact_minutes, 1) > 0 OR fga > 0 OR pts > 0
),
opening AS (SELECT min(day) AS day FROM sides),
-- What a player did before each of his days, the newest game first.
before AS (
  SELECT
    b.day, b.player_id, p.day AS played, p.team, p.pts, p.minutes, p.usage,
    row_number() OVER newest AS nth,
    lead(p.day) OVER newest AS earlier
  FROM box AS b
  JOIN played AS p ON p.player_id = b.player_id AND p.day < b.day
  WINDOW newest AS (PARTITION BY b.day, b.player_id ORDER BY p.day DESC)
),
history AS (
  SELECT
    day, player_id,
    arg_max(team, played) AS team,
    max(played) FILTER (day - played <= 30) AS last_day,
    max(played - earlier) FILTER (nth = 1 AND day - earlier <= 30) AS gap_before,
    day - max(played) FILTER (played - earlier >= 2 AND day - earlier <= 30) AS since_rested,
    count(*) FILTER (day - played <= 7) AS games_7,
    count(*) FILTER (day - played <= 14) AS games_14,
    coalesce(sum(CAST(round(minutes * 10) AS BIGINT)) FILTER (day - played <= 7), 0) AS tenths_7,
    coalesce(sum(CAST(round(minutes * 10) AS BIGINT)) FILTER (day - played <= 14), 0) AS tenths_14,
    count(*) FILTER (played - earlier = 1 AND day - earlier <= 14) AS pairs_14,
    sum(pts) FILTER (nth <= 5) / count(*) FILTER (nth <= 5) AS points_5,
    sum(pts) FILTER (nth <= 10) / count(*) FILTER (nth <= 10) AS points_10,
    count(*) AS games,
    sum(CAST(round(usage * 100) AS BIGINT)) FILTER (nth <= 3)
      / (100 * count(usage) FILTER (nth <= 3)) AS usage_3,
    sum(CAST(round(usage * 100) AS BIGINT)) FILTER (nth <= 7)
      / (100 * count(usage) FILTER (nth <= 7)) AS usage_7
  FROM before
  GROUP BY day, player_id
),
-- The pace of each team before each day of games: its last ten games.
days AS (SELECT DISTINCT day FROM sides),
paces AS (
  SELECT day, team, sum(CAST(round(pace * 10) AS BIGINT)) / (10 * count(*)) AS pace, max(played) AS last
  FROM (
    SELECT
      days.day, s.team, s.day AS played, s.pace,
      row_number() OVER (PARTITION BY days.day, s.team ORDER BY s.day DESC) AS nth
    FROM days
    JOIN sides AS s ON s.day < days.day
  )
  WHERE nth <= 10
  GROUP BY day, team
),
-- The mean of doubles added in the order of the teams: differences from it may be halves to round.
league AS (
  SELECT
    day,
    CASE
      WHEN count(*) >= 10
      THEN list_reduce(list(pace ORDER BY team), lambda total, one: total + one) / count(*)
      ELSE 100
    END AS pace
  FROM paces
  GROUP BY day
),
-- The games after each game, of the next thirty days.
ahead AS (
  SELECT
    s.day, s.team, min(n.day) - s.day AS days, count(*) FILTER (n.day - s.day <= 7) AS week,
    arg_min(n.opponent, n.day) AS opponent
  FROM sides AS s
  JOIN sides AS n ON n.team = s.team AND n.day > s.day AND n.day - s.day <= 30
  GROUP BY s.day, s.team
),
records AS (
  SELECT a.day, a.team, count(*) FILTER (g.won) / count(*) AS share
  FROM ahead AS a
  JOIN sides AS g ON g.team = a.opponent AND g.day < a.day
  GROUP BY a.day, a.team
),
names AS (
  SELECT DISTINCT team_name, team FROM teams
  UNION SELECT 'Los Angeles Clippers', 'LAC'
),
tip_offs AS (
  SELECT DISTINCT CAST(f.tipoff_utc - INTERVAL 8 HOUR AS DATE) AS day, h.team AS one, a.team AS other
  FROM read_parquet($data || '/schedule_utc_2022_23.parquet') AS f
  JOIN names AS h ON h.team_name = f.home_team
  JOIN names AS a ON a.team_name = f.away_team
),
lines AS (
  SELECT o.game_date AS day, n.team, o.ou, CASE WHEN n.team_name = o.home THEN -spread ELSE spread END
    AS spread
  FROM read_parquet($data || '/odds_2022_23.parquet') AS o
  JOIN names AS n ON n.team_name IN (o.home, o.away)
),
-- Known not to have played: listed so, or missing in the box score of the team he last appeared for.
absences AS (
  SELECT DISTINCT player_id, g.day
  FROM read_parquet($data || '/boxscore_detail_2022_23.parquet') AS d
  JOIN (SELECT DISTINCT game_id, day FROM sides) AS g USING (game_id)
  WHERE d.min IS NULL
  UNION
  SELECT candidates.player_id, candidates.day
  FROM (
    SELECT p.player_id, s.team, s.day
    FROM sides AS s
    CROSS JOIN (SELECT DISTINCT player_id FROM box) AS p
  ) AS candidates
  ASOF JOIN (SELECT player_id, team, day AS last_day FROM box) AS last
    ON last.player_id = candidates.player_id AND candidates.day > last.last_day
  ANTI JOIN box ON box.player_id = candidates.player_id AND box.day = candidates.day
  WHERE last.team = candidates.team
),
games AS (
  SELECT
    h.day, h.player_id, s.day AS game_day, p.day IS NOT NULL AS is_there,
    row_number() OVER (PARTITION BY h.day, h.player_id ORDER BY s.day DESC) AS nth
  FROM history AS h
  JOIN sides AS s ON s.team = h.team AND s.day < h.day
  ANTI JOIN absences ON absences.player_id = h.player_id AND absences.day = s.day
  LEFT JOIN (SELECT DISTINCT player_id, day FROM played) AS p
    ON p.player_id = h.player_id AND p.day = s.day
),
windows AS (
  SELECT
    day, player_id, w.name,
    count(*) FILTER (nth <= w.rows AND day - game_day <= w.days) AS expected,
    count(*) FILTER (nth <= w.rows AND day - game_day <= w.days AND is_there) AS actual
  FROM games
  CROSS JOIN (
    VALUES ('l5', 5, 999), ('l10', 10, 999), ('l5d', 999, 5), ('l7d', 999, 7), ('l10d', 999, 10),
      ('l14d', 999, 14), ('l30d', 999, 30)
  ) AS w(name, rows, days)
  GROUP BY day, player_id, w.name
),
shares AS (
  SELECT
    day, player_id, name, expected, actual,
    CASE WHEN expected = 0 THEN 100 ELSE round(100 * actual / expected, 1) END AS pct
  FROM windows
),
completeness AS (
  SELECT
    day, player_id,
    max(pct) FILTER (name = 'l5') AS l5, max(pct) FILTER (name = 'l10') AS l10,
    max(pct) FILTER (name = 'l5d') AS l5d, max(pct) FILTER (name = 'l7d') AS l7d,
    max(pct) FILTER (name = 'l10d') AS l10d, max(pct) FILTER (name = 'l14d') AS l14d,
    max(pct) FILTER (name = 'l30d') AS l30d,
    max(expected) FILTER (name = 'l30d') AS expected, max(actual) FILTER (name = 'l30d') AS actual,
    bool_and(pct >= 90) AS is_ready
  FROM shares
  GROUP BY day, player_id
),
namesakes AS (
  SELECT
    player_id,
    regexp_replace(lower(strip_accents(player)), '[^a-z0-9]', '', 'g') AS player_lookup
  FROM read_parquet($data || '/players.parquet')
),
ids AS (
  SELECT
    w.player_id,
    w.player_lookup || '_' || lpad(CAST(1 + count(n.player_id) AS VARCHAR), 3, '0') AS id
  FROM (SELECT DISTINCT player_id, player_lookup FROM box) AS w
  LEFT JOIN namesakes AS n
    ON n.player_lookup = w.player_lookup AND n.player_id < w.player_id
  GROUP BY w.player_id, w.player_lookup
),
known AS (
  SELECT sides.day, sides.team, lines.ou, lines.spread
  FROM sides
  JOIN lines USING (day, team)
  SEMI JOIN tip_offs
    ON tip_offs.day = sides.day
    AND least(one, other) = least(team, opponent) AND greatest(one, other) = greatest(team, opponent)
)
SELECT
  box.player_lookup,
  box.day AS game_date,
  CASE
    WHEN NOT coalesce(is_ready, true) AND box.day - (SELECT day FROM opening) >= 30
      AND month(box.day) NOT IN (4, 10, 11) THEN 'INCOMPLETE_DATA'
  END AS failure_category,
  ids.id AS universal_player_id,
  strftime(box.day, '%Y%m%d') || '_'
    || CASE WHEN at_home THEN sides.opponent || '_' || box.team
      ELSE box.team || '_' || sides.opponent END AS game_id,
  box.team AS team_abbr,
  sides.opponent AS opponent_team_abbr,
  at_home AS home_game,
  'gamebook' AS universe_source,
  false AS has_prop_line,
  0 AS prop_over_streak,
  0 AS prop_under_streak,
  CASE WHEN month(box.day) IN (10, 11) THEN 'early' WHEN month(box.day) IN (12, 1, 2) THEN 'mid'
    ELSE 'late' END AS season_phase,
  known.spread AS game_spread,
  known.spread AS opening_spread,
  known.ou AS game_total,
  known.ou - known.ou AS total_movement,
  box.day - last_day AS days_rest,
  coalesce(box.day - last_day = 1, false) AS back_to_back,
  gap_before AS days_rest_before_last_game,
  since_rested AS days_since_2_plus_days_rest,
  coalesce(games_7, 0) AS games_in_last_7_days,
  coalesce(games_14, 0) AS games_in_last_14_days,
  CAST(round(coalesce(tenths_7, 0) / 10) AS BIGINT) AS minutes_in_last_7_days,
  CAST(round(coalesce(tenths_14, 0) / 10) AS BIGINT) AS minutes_in_last_14_days,
  round(tenths_7 / (10 * nullif(games_7, 0)), 1) AS avg_minutes_per_game_last_7,
  coalesce(pairs_14, 0) AS back_to_backs_last_14_days,
  round(usage_3, 2) AS projected_usage_rate,
  round(usage_7, 2) AS avg_usage_rate_last_7_games,
  round(points_5, 1) AS points_avg_last_5,
  round(points_10, 1) AS points_avg_last_10,
  least(coalesce(games, 0), 5) AS l5_games_used,
  least(coalesce(games, 0), 10) AS l10_games_used,
  CASE WHEN coalesce(games, 0) >= 5 THEN 'excellent' WHEN games >= 3 THEN 'good'
    WHEN games >= 2 THEN 'limited' ELSE 'insufficient' END AS l5_sample_quality,
  CASE WHEN coalesce(games, 0) >= 10 THEN 'excellent' WHEN games >= 7 THEN 'good'
    WHEN games >= 5 THEN 'limited' ELSE 'insufficient' END AS l10_sample_quality,
  box.day - paces.last AS opponent_days_rest,
  round(paces.pace, 1) AS opponent_pace_last_10,
  round(paces.pace - league.pace, 1) AS pace_differential,
  ahead.days AS next_game_days_rest,
  ahead.week AS games_in_next_7_days,
  round(records.share, 3) AS next_opponent_win_pct,
  rival_ahead.days AS opponent_next_game_days_rest,
  rival_ahead.week AS opponent_games_in_next_7_days,
  -- No file says which games are shown, and none has a report.
  CAST(NULL AS BOOLEAN) AS next_game_is_primetime,
  CAST(NULL AS BIGINT) AS star_teammates_out,
  CAST(NULL AS BIGINT) AS questionable_teammates,
  CAST(NULL AS BIGINT) AS probable_teammates,
  CASE WHEN coalesce(games, 0) >= 10 THEN 'gold' WHEN games >= 5 THEN 'silver' ELSE 'bronze' END
    AS data_quality_tier,
  coalesce(expected, 0) AS expected_games_count,
  coalesce(actual, 0) AS actual_games_count,
  coalesce(l5, 100) AS l5_completeness_pct,
  coalesce(l10, 100) AS l10_completeness_pct,
  coalesce(l5d, 100) AS l5d_completeness_pct,
  coalesce(l7d, 100) AS l7d_completeness_pct,
  coalesce(l10d, 100) AS l10d_completeness_pct,
  coalesce(l14d, 100) AS l14d_completeness_pct,
  coalesce(l30d, 100) AS l30d_completeness_pct,
  coalesce(is_ready, true) AS all_windows_complete
FROM box
JOIN sides ON sides.day = box.day AND sides.team = box.team
JOIN ids ON ids.player_id = box.player_id
LEFT JOIN history ON history.day = box.day AND history.player_id = box.player_id
LEFT JOIN completeness ON completeness.day = box.day AND completeness.player_id = box.player_id
LEFT JOIN paces ON paces.day = box.day AND paces.team = sides.opponent
LEFT JOIN league ON league.day = box.day
LEFT JOIN known ON known.day = box.day AND known.team = box.team
LEFT JOIN ahead ON ahead.day = box.day AND ahead.team = box.team
LEFT JOIN ahead AS rival_ahead ON rival_ahead.day = box.day AND rival_ahead.team = sides.opponent
LEFT JOIN records ON records.day = box.day AND records.team = box.team
