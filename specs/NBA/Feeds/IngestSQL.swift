/// Pieces of SQL that the queries of several feeds share.
enum IngestSQL {
  /// A player's key: the name folded to ASCII, lower case, letters and digits only (D-01).
  static func playerKey(_ name: String) -> String {
    "regexp_replace(lower(strip_accents(\(name))), '[^a-z0-9]', '', 'g')"
  }

  /// Why a row is refused whose playing time is no `MM:SS`; NULL where it is, and where there is none.
  static func refusedMinutes(_ text: String) -> String {
    """
    CASE WHEN NOT regexp_full_match(\(text), '[0-9]{1,3}:([0-5][0-9]|60)')
      THEN 'minutes are not written as MM:SS' END
    """
  }

  /// The one tricode of a team, whatever the feed calls it.
  static func tricode(_ team: String) -> String {
    """
    CASE upper(trim(\(team)))
      WHEN 'BRK' THEN 'BKN' WHEN 'CHO' THEN 'CHA' WHEN 'PHO' THEN 'PHX' WHEN 'GS' THEN 'GSW'
      WHEN 'NY' THEN 'NYK' WHEN 'NO' THEN 'NOP' WHEN 'SA' THEN 'SAS' WHEN 'UTAH' THEN 'UTA'
      WHEN 'WSH' THEN 'WAS' ELSE upper(trim(\(team)))
    END
    """
  }

  /// The one full name of a team, whatever the feed calls it; other words stay as they are.
  static func teamName(_ name: String) -> String {
    """
    CASE \(name)
      WHEN 'Los Angeles Clippers' THEN 'LA Clippers'
      WHEN 'Charlotte Bobcats' THEN 'Charlotte Hornets' ELSE \(name)
    END
    """
  }

  /// An hour by the clock of New York as a moment, UTC. Daylight time lasts from the second Sunday of
  /// March to the first of November.
  static func newYork(_ day: String, hour: String) -> String {
    let march = "make_date(year(\(day)), 3, 8)"
    let november = "make_date(year(\(day)), 11, 1)"
    func sunday(from first: String) -> String {
      "\(first) + CAST((7 - dayofweek(\(first))) % 7 AS INTEGER)"
    }
    return """
      CAST(\(day) AS TIMESTAMP) + to_hours(CAST(\(hour) + CASE
        WHEN \(day) >= \(sunday(from: march)) AND \(day) < \(sunday(from: november))
          THEN 4 ELSE 5
      END AS INTEGER))
      """
  }
}
