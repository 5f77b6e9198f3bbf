import FeatureAlgebra

/// A column as data: what most columns are, nullable and business, goes without saying.
extension ColumnPlan {
  private enum Key: String, CodingKey {
    case name, type, unit, isNullable, role, range, vocabulary, elements, element
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(unit, forKey: .unit)
    if !isNullable { try container.encode(isNullable, forKey: .isNullable) }
    if role != .business { try container.encode(role, forKey: .role) }
    try container.encodeIfPresent(range, forKey: .range)
    try container.encodeIfPresent(vocabulary, forKey: .vocabulary)
    try container.encodeIfPresent(elements, forKey: .elements)
    try container.encodeIfPresent(element, forKey: .element)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      type: try container.decode(ColumnType.self, forKey: .type),
      unit: try container.decodeIfPresent(Unit.self, forKey: .unit),
      isNullable: try container.decodeIfPresent(Bool.self, forKey: .isNullable) ?? true,
      role: try container.decodeIfPresent(Role.self, forKey: .role) ?? .business,
      range: try container.decodeIfPresent(ValueRange.self, forKey: .range),
      vocabulary: try container.decodeIfPresent([String].self, forKey: .vocabulary),
      elements: try container.decodeIfPresent([ColumnPlan].self, forKey: .elements),
      element: try container.decodeIfPresent(ElementPlace.self, forKey: .element))
  }
}
