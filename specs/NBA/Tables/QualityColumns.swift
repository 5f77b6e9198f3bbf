public import FeatureSpec

/// How far a row of an analytics table can be trusted, and where it came from (domain 2.3). The same
/// score stands behind all of them, so none says what another does not.
public struct QualityColumns: ColumnGroup {
  /// gold from 95, silver from 75, bronze from 50, poor from 25, else unusable.
  public let tier =
    Column("data_quality_tier", .text).metadata
    .oneOf("gold", "silver", "bronze", "poor", "unusable")
  /// 100, less what the sources used and the facts missing cost.
  public let score = Column("quality_score", .double, .score).metadata.within(0...100)
  /// Issue codes: `backup_source_used`, `shot_zones_unavailable`, ...
  public let issues = Column("quality_issues", .textList).metadata
  /// The source of the box score: the first that had it.
  public let primarySource = Column("primary_source_used", .text).metadata
  public let processedWithIssues = Column("processed_with_issues", .boolean).metadata
  /// At least bronze, and nothing required is missing.
  public let isProductionReady = Column("is_production_ready", .boolean).metadata
  public init() {}
}

/// The early-season pair of an as-of table.
public struct EarlySeasonColumns: ColumnGroup {
  /// D lies in the first thirty days of its season.
  public let isEarly = Column("early_season_flag", .boolean).metadata
  /// Why the row rests on less than it should; NULL where it does not.
  public let reason = Column("insufficient_data_reason", .text).metadata
  public init() {}
}
