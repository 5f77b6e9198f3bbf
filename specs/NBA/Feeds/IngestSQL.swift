/// Pieces of SQL that the queries of several feeds share.
enum IngestSQL {
  /// A player's key: the name folded to ASCII, lower case, letters and digits only (D-01).
  static func playerKey(_ name: String) -> String {
    "regexp_replace(lower(strip_accents(\(name))), '[^a-z0-9]', '', 'g')"
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
}
