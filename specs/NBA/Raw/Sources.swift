import FeatureSpec

/// The kinds of source that count the same game differently, so that no ratio mixes them (X-30, D-15).
extension Column {
  /// Counted at the table: the box scores of players and of teams.
  var inBoxScore: Column { from("box-score") }
  /// Counted from the list of events.
  var inPlayByPlay: Column { from("play-by-play") }
  /// Published as points by zone, from which only makes follow.
  var inZonePoints: Column { from("zone-points") }
}

/// Why makes by zone may come from published points, beside attempts from the play-by-play.
let makesWithoutAttempts = "where points tell the makes, attempts are NULL and nothing is divided"
