extension Feature {
  /// Values of several sources may meet in this feature; the reason is for the reader.
  public func mixingSources(because reason: String) -> Feature {
    Feature(declarations.map { $0.mixingSources(because: reason) })
  }
}

extension Intermediate {
  /// Values of several sources may meet in this value, which agrees with every source where it is read;
  /// the reason is for the reader.
  public func mixingSources(because reason: String) -> Intermediate {
    Intermediate(declarations.map { $0.mixingSources(because: reason) }, value)
  }
}

extension Declaration {
  fileprivate func mixingSources(because reason: String) -> Declaration {
    guard case .feature(var feature) = content else { return self }
    feature.mixingBecause = reason
    return Declaration(.feature(feature), place)
  }
}
