import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Values of different sources meet in a ratio, or in a column that is from one of them.
  public static let mixedSources = Finding.Code("mixed-sources")
}

extension Rule {
  /// What is divided comes from one source, and a column that names its source rests on no other: see
  /// `SourceTags` for how sources are found.
  static let sources = Rule { outline in
    let tags = SourceTags(outline)
    return outline.processors.flatMap { processor in
      processor.sites.compactMap { finding($0, tags, processor) }
    }
  }

  private static func finding(
    _ site: ExpressionSite, _ tags: SourceTags, _ processor: ProcessorOutline
  ) -> Finding? {
    var feature: FeatureDeclaration?
    if case .feature(let name) = site.purpose { feature = processor.feature(name)?.value }
    if feature?.mixingBecause != nil { return nil }
    do throws(SourceMistake) {
      let found = try tags.sources(of: site.expression, in: processor)
      guard let declared = feature?.column?.source, !found.isSubset(of: [declared]) else {
        return nil
      }
      return Finding(
        .mixedSources,
        "\(site.subject) comes from \(words(found)), but its column is from '\(declared)'",
        at: site.place, help: help)
    } catch {
      return Finding(
        .mixedSources,
        "\(site.subject) divides what comes from \(words(error.left)) by what comes from "
          + words(error.right), at: site.place, help: help)
    }
  }

  private static let help =
    "read both from one source, or say why they agree: Feature(…).mixingSources(because: \"…\")"

  private static func words(_ sources: Set<String>) -> String {
    sources.sorted().map { "'\($0)'" }.joined(separator: " and ")
  }
}
