import FeatureSpec

/// The three zones of the floor, told from the play-by-play (domain 5.1): at most 8 feet is the paint,
/// asked first; a three is marked as one or at least 23.75 feet away; all else, also an unknown
/// distance, is mid-range. Every shot is in exactly one zone.
extension Rows where Shape == PlayByPlay {
  var isShot: Scalar { self.eventType == "shot" }
  var isMadeShot: Scalar { isShot && self.shotMade }
  var isFreeThrow: Scalar { self.eventType == "free throw" }

  var isPaint: Scalar { isShot && (self.shotDistance <= 8).orElse(false) }
  var isThree: Scalar {
    isShot && !isPaint
      && ((self.shotType == "3PT").orElse(false) || (self.shotDistance >= 23.75).orElse(false))
  }
  var isMidRange: Scalar { isShot && !isPaint && !isThree }

  /// The second player stopped the shot.
  var isBlocked: Scalar { self.otherLookup.isPresent && self.otherRole == "block" }
  var isAssisted: Scalar { isMadeShot && self.otherLookup.isPresent && self.otherRole == "assist" }
  /// No second player, or one who neither passed nor blocked.
  var isUnassisted: Scalar {
    isMadeShot
      && (self.otherLookup.isMissing || !self.otherRole.isOne(of: "assist", "block").orElse(false))
  }
  /// The free throw after a basket and a foul.
  var isAnd1: Scalar {
    isFreeThrow && self.shotMade && self.eventSubtype.isOne(of: "1 of 1", "free throw 1 of 1")
  }
}

/// Attempts, makes and blocks by zone, counted over some events of the day.
struct ZoneCounts {
  let events: Rows<PlayByPlay>

  var attempts: Aggregate { countIf(events) { $0.isShot } }
  var paintAttempts: Aggregate { countIf(events) { $0.isPaint } }
  var paintMakes: Aggregate { countIf(events) { $0.isPaint && $0.shotMade } }
  var midRangeAttempts: Aggregate { countIf(events) { $0.isMidRange } }
  var midRangeMakes: Aggregate { countIf(events) { $0.isMidRange && $0.shotMade } }
  var threeAttempts: Aggregate { countIf(events) { $0.isThree } }
  var threeMakes: Aggregate { countIf(events) { $0.isThree && $0.shotMade } }
  var paintBlocks: Aggregate { countIf(events) { $0.isPaint && $0.isBlocked } }
  var midRangeBlocks: Aggregate { countIf(events) { $0.isMidRange && $0.isBlocked } }
  var threeBlocks: Aggregate { countIf(events) { $0.isThree && $0.isBlocked } }
}

/// What the play-by-play of a game can tell. A feed may have shots without free throws or without
/// second players; then what it does not have is unknown, not 0.
struct PlayByPlayCoverage {
  /// The events of a team, and those of its opponent.
  let own: Rows<PlayByPlay>
  let opponent: Rows<PlayByPlay>

  /// The team's shots are there.
  var hasShots: Aggregate { countIf(own) { $0.isShot } > 0 }
  var hasOpponentShots: Aggregate { countIf(opponent) { $0.isShot } > 0 }
  var hasFreeThrows: Aggregate {
    countIf(own) { $0.isFreeThrow } + countIf(opponent) { $0.isFreeThrow } > 0
  }
  /// Who passed and who blocked is told.
  var hasSecondPlayers: Aggregate {
    countIf(own) { $0.otherLookup.isPresent } + countIf(opponent) { $0.otherLookup.isPresent } > 0
  }
}
