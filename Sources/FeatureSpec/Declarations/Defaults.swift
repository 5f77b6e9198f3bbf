extension Feature {
  /// A constant in this feature stands for a missing value, or for all values, and no other column says
  /// where; the reason is for the reader.
  public func byDefault(because reason: String) -> Feature {
    Feature(declarations.map { $0.byDefault(because: reason) })
  }
}

extension Intermediate {
  /// A constant in this value stands for a missing one, and no column says where; the reason is for the
  /// reader.
  public func byDefault(because reason: String) -> Intermediate {
    Intermediate(declarations.map { $0.byDefault(because: reason) }, value)
  }
}

extension Declaration {
  fileprivate func byDefault(because reason: String) -> Declaration {
    guard case .feature(var feature) = content else { return self }
    feature.defaultBecause = reason
    return Declaration(.feature(feature), place)
  }
}
