import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Features that read one another in a circle.
  public static let featureCycle = Finding.Code("feature-cycle")
}

extension Rule {
  /// `stored(column)` and intermediates name features of the processor, and never in a circle.
  static let featureReferences = Rule.ofEachProcessor { processor in
    unknownFeatures(processor) + featureCycles(processor)
  }

  private static func unknownFeatures(_ processor: ProcessorOutline) -> [Finding] {
    let features = processor.features.map(\.value.name)
    let columns = Set(processor.columns.map(\.name))
    return processor.sites.flatMap(\.withInner).flatMap { site in
      site.expression.featureNames.filter { !features.contains($0) }.map { name in
        let help =
          columns.contains(name)
          ? "'\(name)' is filled by the writer, after the features"
          : NearMiss.help(for: name, in: features)
        return Finding(
          .unknownFeature, "\(site.subject) reads feature '\(name)', which nothing computes",
          at: site.place, help: help)
      }
    }
  }

  private static func featureCycles(_ processor: ProcessorOutline) -> [Finding] {
    let order = ReadingOrder(of: processor.features.map(\.value.name)) { name in
      processor.feature(name)?.value.expression.featureNames ?? []
    }
    return order.cycles.compactMap { cycle in
      let members = cycle.compactMap { processor.feature($0) }
      guard let first = members.first else { return nil }
      let chain = (cycle + cycle.prefix(1)).map { "'\($0)'" }.joined(separator: " reads ")
      return Finding(
        .featureCycle, "features read one another in a circle: \(chain)", at: first.place,
        notes: members.dropFirst().map {
          .init("'\($0.value.name)' is computed here", at: $0.place)
        },
        help: "compute one of them from rows and windows alone")
    }
  }
}
