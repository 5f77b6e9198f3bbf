/// The name of a table: dataset (schema) and table, each once, as they stand in the warehouse.
public struct TableName: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let dataset: String
  public let table: String

  public init(_ dataset: String, _ table: String) {
    self.dataset = dataset
    self.table = table
  }

  /// `nba_analytics.player_game_summary`
  public var description: String { "\(dataset).\(table)" }

  public static func < (left: TableName, right: TableName) -> Bool {
    (left.dataset, left.table) < (right.dataset, right.table)
  }
}
