CREATE TABLE IF NOT EXISTS "nba_analytics"."upcoming_injury_context" (
  "player_lookup" VARCHAR NOT NULL,
  "game_date" DATE NOT NULL,
  "team_abbr" VARCHAR NOT NULL,
  "injury_status" VARCHAR,
  "games_played_season" BIGINT NOT NULL,
  "points_avg_season" DECIMAL(5, 2),
  "source_injury_report_last_updated" TIMESTAMP,
  "source_injury_report_rows_found" BIGINT,
  "source_injury_report_completeness_pct" DECIMAL(5, 2),
  "source_injury_report_hash" VARCHAR,
  "source_player_game_last_updated" TIMESTAMP,
  "source_player_game_rows_found" BIGINT,
  "source_player_game_completeness_pct" DECIMAL(5, 2),
  "source_player_game_hash" VARCHAR,
  "data_hash" VARCHAR,
  "created_at" TIMESTAMP,
  "processed_at" TIMESTAMP
);
