public import FeatureSpec

/// A table whose rows say whether enough of what they rest on is there.
public protocol ReadyTable: Table {
  var completeness: CompletenessColumns { get }
}

extension ReadyTable {
  public var isProductionReady: Column { completeness.isProductionReady }
}

extension PlayerShotZoneAnalysis: ReadyTable {}
extension TeamDefenseZoneAnalysis: ReadyTable {}
extension UpcomingPlayerGameContext: ReadyTable {}
extension UpcomingTeamGameContext: ReadyTable {}
extension PlayerCompositeFactors: ReadyTable {}
extension PlayerDailyCache: ReadyTable {}
extension MLFeatureStore: ReadyTable {}

extension Lookup where Shape: ReadyTable {
  /// The row is there and ready.
  var isReady: Aggregate { self.isProductionReady.orElse(false) }
}
