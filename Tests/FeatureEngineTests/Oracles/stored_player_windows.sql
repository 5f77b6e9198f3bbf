-- Games that the team of a player's newest game played, and how many of them he has: per day for which
-- a context is stored. Days on which the gamebook says that he did not play are not expected.
WITH season AS (SELECT min(game_date) AS opening FROM nba_raw.nbac_schedule),
played AS (
  SELECT player_lookup, game_date, team_abbr
  FROM nba_analytics.player_game_summary
  WHERE is_active AND (minutes_played > 0 OR fg_attempts > 0 OR points > 0)
),
finals AS (
  SELECT game_date, home_team_tricode AS team FROM nba_raw.nbac_schedule WHERE game_status = 3
  UNION
  SELECT game_date, away_team_tricode FROM nba_raw.nbac_schedule WHERE game_status = 3
),
wanted AS (
  SELECT c.player_lookup, c.game_date AS day, arg_max(p.team_abbr, p.game_date) AS team
  FROM nba_analytics.upcoming_player_game_context AS c
  LEFT JOIN played AS p ON p.player_lookup = c.player_lookup AND p.game_date < c.game_date
  GROUP BY ALL
),
expected AS (
  SELECT
    w.player_lookup, w.day, f.game_date,
    row_number() OVER (PARTITION BY w.player_lookup, w.day ORDER BY f.game_date DESC) AS nth,
    EXISTS (
      FROM played AS p WHERE p.player_lookup = w.player_lookup AND p.game_date = f.game_date
    ) AS is_there
  FROM wanted AS w
  JOIN finals AS f ON f.team = w.team AND f.game_date < w.day
  WHERE f.game_date >= (SELECT opening FROM season)
    AND NOT EXISTS (
      FROM nba_raw.nbac_gamebook_player_stats AS g
      WHERE g.player_lookup = w.player_lookup AND g.game_date = f.game_date
        AND g.player_status IN ('dnp', 'inactive'))
),
counts AS (
  SELECT
    player_lookup, day,
    count(*) FILTER (nth <= 5) AS l5, count(*) FILTER (nth <= 5 AND is_there) AS l5_there,
    count(*) FILTER (nth <= 10) AS l10, count(*) FILTER (nth <= 10 AND is_there) AS l10_there,
    count(*) FILTER (game_date >= day - 7) AS l7d,
    count(*) FILTER (game_date >= day - 7 AND is_there) AS l7d_there,
    count(*) FILTER (game_date >= day - 14) AS l14d,
    count(*) FILTER (game_date >= day - 14 AND is_there) AS l14d_there
  FROM expected GROUP BY ALL
)
SELECT
  w.player_lookup, w.day, w.day - (SELECT opening FROM season) AS days_in,
  coalesce(l5, 0) AS l5, coalesce(l5_there, 0) AS l5_there,
  coalesce(l10, 0) AS l10, coalesce(l10_there, 0) AS l10_there,
  coalesce(l7d, 0) AS l7d, coalesce(l7d_there, 0) AS l7d_there,
  coalesce(l14d, 0) AS l14d, coalesce(l14d_there, 0) AS l14d_there,
  coalesce(round(100.0 * l5_there / nullif(l5, 0), 1), 100.0) AS l5_pct,
  coalesce(round(100.0 * l10_there / nullif(l10, 0), 1), 100.0) AS l10_pct,
  coalesce(round(100.0 * l7d_there / nullif(l7d, 0), 1), 100.0) AS l7d_pct,
  coalesce(round(100.0 * l14d_there / nullif(l14d, 0), 1), 100.0) AS l14d_pct
FROM wanted AS w LEFT JOIN counts USING (player_lookup, day)
