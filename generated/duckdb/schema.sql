-- schema
CREATE SCHEMA IF NOT EXISTS "nba_analytics";

-- schema
CREATE SCHEMA IF NOT EXISTS "nba_precompute";

-- schema
CREATE SCHEMA IF NOT EXISTS "nba_predictions";

-- schema
CREATE SCHEMA IF NOT EXISTS "nba_raw";

-- schema
CREATE SCHEMA IF NOT EXISTS "fastbreak";

-- nba_raw.bdl_player_boxscores
CREATE TABLE IF NOT EXISTS "nba_raw"."bdl_player_boxscores" (
  "game_id" VARCHAR,
  "game_date" DATE NOT NULL,
  "season_year" BIGINT,
  "player_lookup" VARCHAR NOT NULL,
  "player_name" VARCHAR,
  "team_abbr" VARCHAR NOT NULL,
  "minutes" DOUBLE,
  "points" BIGINT,
  "field_goals_made" BIGINT,
  "field_goals_attempted" BIGINT,
  "three_pointers_made" BIGINT,
  "three_pointers_attempted" BIGINT,
  "free_throws_made" BIGINT,
  "free_throws_attempted" BIGINT,
  "offensive_rebounds" BIGINT,
  "defensive_rebounds" BIGINT,
  "assists" BIGINT,
  "steals" BIGINT,
  "blocks" BIGINT,
  "turnovers" BIGINT,
  "personal_fouls" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.bettingpros_player_points_props
CREATE TABLE IF NOT EXISTS "nba_raw"."bettingpros_player_points_props" (
  "game_date" DATE NOT NULL,
  "market_type" VARCHAR NOT NULL,
  "bet_side" VARCHAR NOT NULL,
  "player_lookup" VARCHAR NOT NULL,
  "points_line" DOUBLE,
  "opening_line" DOUBLE,
  "is_active" BOOLEAN,
  "is_best_line" BOOLEAN,
  "bookmaker" VARCHAR NOT NULL,
  "bookmaker_last_update" TIMESTAMP,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.bigdataball_play_by_play
CREATE TABLE IF NOT EXISTS "nba_raw"."bigdataball_play_by_play" (
  "game_id" VARCHAR NOT NULL,
  "game_date" DATE NOT NULL,
  "event_number" BIGINT NOT NULL,
  "event_type" VARCHAR,
  "event_subtype" VARCHAR,
  "shot_made" BOOLEAN,
  "shot_type" VARCHAR,
  "shot_distance" DOUBLE,
  "player_1_lookup" VARCHAR,
  "player_1_team" VARCHAR,
  "player_2_lookup" VARCHAR,
  "player_2_role" VARCHAR,
  "home_team_abbr" VARCHAR,
  "away_team_abbr" VARCHAR,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.espn_team_rosters
CREATE TABLE IF NOT EXISTS "nba_raw"."espn_team_rosters" (
  "roster_date" DATE NOT NULL,
  "team_abbr" VARCHAR NOT NULL,
  "player_lookup" VARCHAR NOT NULL,
  "player_name" VARCHAR,
  "birth_date" DATE,
  "position" VARCHAR,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.nbac_gamebook_player_stats
CREATE TABLE IF NOT EXISTS "nba_raw"."nbac_gamebook_player_stats" (
  "game_id" VARCHAR NOT NULL,
  "nba_game_id" VARCHAR,
  "game_date" DATE NOT NULL,
  "season_year" BIGINT,
  "player_lookup" VARCHAR NOT NULL,
  "player_name" VARCHAR,
  "team_abbr" VARCHAR NOT NULL,
  "player_status" VARCHAR,
  "starter" BOOLEAN,
  "minutes" VARCHAR,
  "minutes_decimal" DOUBLE,
  "points" BIGINT,
  "field_goals_made" BIGINT,
  "field_goals_attempted" BIGINT,
  "three_pointers_made" BIGINT,
  "three_pointers_attempted" BIGINT,
  "free_throws_made" BIGINT,
  "free_throws_attempted" BIGINT,
  "offensive_rebounds" BIGINT,
  "defensive_rebounds" BIGINT,
  "total_rebounds" BIGINT,
  "assists" BIGINT,
  "steals" BIGINT,
  "blocks" BIGINT,
  "turnovers" BIGINT,
  "personal_fouls" BIGINT,
  "plus_minus" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.nbac_injury_report
CREATE TABLE IF NOT EXISTS "nba_raw"."nbac_injury_report" (
  "report_date" DATE NOT NULL,
  "report_hour" BIGINT NOT NULL,
  "reported_at" TIMESTAMP NOT NULL,
  "game_date" DATE NOT NULL,
  "team" VARCHAR,
  "player_lookup" VARCHAR NOT NULL,
  "injury_status" VARCHAR,
  "reason" VARCHAR,
  "confidence_score" DOUBLE,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.nbac_player_zone_points
CREATE TABLE IF NOT EXISTS "nba_raw"."nbac_player_zone_points" (
  "game_date" DATE NOT NULL,
  "player_lookup" VARCHAR NOT NULL,
  "team_abbr" VARCHAR NOT NULL,
  "points_in_paint" BIGINT,
  "points_mid_range" BIGINT,
  "assisted_field_goals" BIGINT,
  "unassisted_field_goals" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.nbac_schedule
CREATE TABLE IF NOT EXISTS "nba_raw"."nbac_schedule" (
  "game_id" VARCHAR NOT NULL,
  "nba_game_id" VARCHAR NOT NULL,
  "game_date" DATE NOT NULL,
  "game_status" BIGINT NOT NULL,
  "game_status_text" VARCHAR,
  "home_team_tricode" VARCHAR NOT NULL,
  "away_team_tricode" VARCHAR NOT NULL,
  "home_team_score" BIGINT,
  "away_team_score" BIGINT,
  "winning_team_tricode" VARCHAR,
  "is_primetime" BOOLEAN,
  "is_playoffs" BOOLEAN,
  "season_year" BIGINT,
  "start_time" TIMESTAMP,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.nbac_team_boxscore
CREATE TABLE IF NOT EXISTS "nba_raw"."nbac_team_boxscore" (
  "game_id" VARCHAR NOT NULL,
  "nba_game_id" VARCHAR,
  "game_date" DATE NOT NULL,
  "season_year" BIGINT,
  "team_abbr" VARCHAR NOT NULL,
  "is_home" BOOLEAN NOT NULL,
  "minutes" VARCHAR,
  "points" BIGINT,
  "field_goals_made" BIGINT,
  "field_goals_attempted" BIGINT,
  "three_pointers_made" BIGINT,
  "three_pointers_attempted" BIGINT,
  "free_throws_made" BIGINT,
  "free_throws_attempted" BIGINT,
  "offensive_rebounds" BIGINT,
  "defensive_rebounds" BIGINT,
  "total_rebounds" BIGINT,
  "assists" BIGINT,
  "steals" BIGINT,
  "blocks" BIGINT,
  "turnovers" BIGINT,
  "personal_fouls" BIGINT,
  "plus_minus" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.odds_api_game_lines
CREATE TABLE IF NOT EXISTS "nba_raw"."odds_api_game_lines" (
  "game_date" DATE NOT NULL,
  "snapshot_timestamp" TIMESTAMP NOT NULL,
  "game_id" VARCHAR NOT NULL,
  "bookmaker_key" VARCHAR NOT NULL,
  "market_key" VARCHAR NOT NULL,
  "outcome_name" VARCHAR NOT NULL,
  "outcome_price" BIGINT,
  "outcome_point" DOUBLE,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.odds_api_player_points_props
CREATE TABLE IF NOT EXISTS "nba_raw"."odds_api_player_points_props" (
  "game_date" DATE NOT NULL,
  "snapshot_timestamp" TIMESTAMP NOT NULL,
  "bookmaker" VARCHAR NOT NULL,
  "player_lookup" VARCHAR NOT NULL,
  "points_line" DOUBLE,
  "over_price" BIGINT,
  "under_price" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.player_registry
CREATE TABLE IF NOT EXISTS "nba_raw"."player_registry" (
  "player_lookup" VARCHAR NOT NULL,
  "season_year" BIGINT NOT NULL,
  "universal_player_id" VARCHAR,
  "nba_player_id" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.teams
CREATE TABLE IF NOT EXISTS "nba_raw"."teams" (
  "team_abbr" VARCHAR NOT NULL,
  "team_name" VARCHAR,
  "city" VARCHAR,
  "nickname" VARCHAR,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- nba_raw.travel_distances
CREATE TABLE IF NOT EXISTS "nba_raw"."travel_distances" (
  "from_team" VARCHAR NOT NULL,
  "to_team" VARCHAR NOT NULL,
  "distance_miles" DOUBLE,
  "time_zones_crossed" BIGINT,
  "processed_at" TIMESTAMP,
  "data_hash" VARCHAR
);

-- fastbreak.meta
CREATE TABLE IF NOT EXISTS "fastbreak"."meta" (
  "name" VARCHAR NOT NULL,
  "value" VARCHAR NOT NULL
);

-- fastbreak.receipts
CREATE TABLE IF NOT EXISTS "fastbreak"."receipts" (
  "processor" VARCHAR NOT NULL,
  "as_of" DATE NOT NULL,
  "plan_fingerprint" VARCHAR NOT NULL,
  "row_count" BIGINT NOT NULL,
  "failed_count" BIGINT NOT NULL,
  "content_digest" VARCHAR,
  "written_at" TIMESTAMP NOT NULL
);

-- fastbreak.receipt_inputs
CREATE TABLE IF NOT EXISTS "fastbreak"."receipt_inputs" (
  "processor" VARCHAR NOT NULL,
  "as_of" DATE NOT NULL,
  "input" VARCHAR NOT NULL,
  "rows_found" BIGINT NOT NULL,
  "last_updated" TIMESTAMP,
  "digest" VARCHAR
);

-- fastbreak.failures
CREATE TABLE IF NOT EXISTS "fastbreak"."failures" (
  "processor_name" VARCHAR NOT NULL,
  "run_id" VARCHAR NOT NULL,
  "as_of" DATE NOT NULL,
  "entity_id" VARCHAR NOT NULL,
  "failure_category" VARCHAR NOT NULL,
  "failure_reason" VARCHAR NOT NULL,
  "can_retry" BOOLEAN NOT NULL,
  "failure_type" VARCHAR NOT NULL,
  "is_correctable" BOOLEAN,
  "expected_game_count" BIGINT,
  "actual_game_count" BIGINT,
  "missing_game_dates" VARCHAR[],
  "raw_data_checked" BOOLEAN NOT NULL,
  "created_at" TIMESTAMP NOT NULL
);

-- fastbreak.reprocess_attempts
CREATE TABLE IF NOT EXISTS "fastbreak"."reprocess_attempts" (
  "processor_name" VARCHAR NOT NULL,
  "as_of" DATE NOT NULL,
  "entity_id" VARCHAR NOT NULL,
  "attempt_number" BIGINT NOT NULL,
  "attempted_at" TIMESTAMP NOT NULL,
  "run_id" VARCHAR NOT NULL,
  "completeness_pct" DOUBLE,
  "skip_reason" VARCHAR NOT NULL,
  "circuit_breaker_tripped" BOOLEAN NOT NULL,
  "circuit_breaker_until" TIMESTAMP
);

-- fastbreak.circuit_breakers
CREATE TABLE IF NOT EXISTS "fastbreak"."circuit_breakers" (
  "processor_name" VARCHAR NOT NULL,
  "scope" VARCHAR NOT NULL,
  "failures" BIGINT NOT NULL,
  "successes" BIGINT NOT NULL,
  "open_until" TIMESTAMP,
  "run_id" VARCHAR NOT NULL,
  "updated_at" TIMESTAMP NOT NULL
);
