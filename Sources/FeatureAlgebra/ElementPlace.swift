/// Where an element stands in a named vector: `features`, 6.
public struct ElementPlace: Hashable, Sendable, Codable {
  /// The name of the vector's column.
  public let vector: String
  /// Counted from 1, as SQL does.
  public let position: Int
  public init(vector: String, position: Int) {
    self.vector = vector
    self.position = position
  }

  /// The name under which the element of a vector is read as a column: `features.fatigue_score`. No
  /// column of a table has a point in its name.
  public static func name(of element: String, in vector: String) -> String {
    "\(vector).\(element)"
  }
}
