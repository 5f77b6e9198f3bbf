import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A completeness window that the processor does not have.
  public static let unknownWindow = Finding.Code("unknown-window")
  /// Two completeness windows of one name.
  public static let duplicateWindow = Finding.Code("duplicate-window")
  /// Two `Completeness` in one processor.
  public static let twoCompleteness = Finding.Code("two-completeness")
}

extension Rule {
  /// Counts of games name windows of the processor's one `Completeness`, whose games are a history.
  static let completeness = Rule.ofEachProcessor { processor in
    declarations(processor) + references(processor)
  }

  private static func declarations(_ processor: ProcessorOutline) -> [Finding] {
    guard let first = processor.completeness.first else { return [] }
    var found = processor.completeness.dropFirst().map { other in
      Finding(
        .twoCompleteness, "processor '\(processor.name)' counts its games twice", at: other.place,
        notes: [.init("the first is here", at: first.place)],
        help: "put all windows into one Completeness")
    }
    let actual = first.value.actual.alias
    if !processor.histories.contains(where: { $0.value.rows.alias == actual }) {
      found.append(
        Finding(
          .undeclaredRows, "completeness counts rows '\(actual)', which are no history",
          at: first.place, help: "add Reads(\(actual), .before, matching: …)"))
    }
    let names = first.value.windows.map(\.0)
    for name in Set(names) where names.filter({ $0 == name }).count > 1 {
      found.append(
        Finding(
          .duplicateWindow, "completeness window '\(name)' is declared twice", at: first.place,
          help: "rename one, or take one out"))
    }
    return found
  }

  private static func references(_ processor: ProcessorOutline) -> [Finding] {
    let names = processor.completeness.first?.value.windows.map(\.0) ?? []
    return processor.sites.flatMap { site in
      var found: [Finding] = []
      site.expression.walk { node in
        guard case .coverage(_, let name) = node, !names.contains(name) else { return }
        let help =
          names.isEmpty
          ? "add Completeness(of: …, against: …, matching: …, windows: [(\"\(name)\", …)])"
          : NearMiss.help(for: name, in: names)
            ?? "the windows are \(names.map { "'\($0)'" }.joined(separator: ", "))"
        found.append(
          Finding(
            .unknownWindow,
            "\(site.subject) counts the games of window '\(name)', "
              + "which no Completeness declares", at: site.place, help: help))
      }
      return found
    }
  }
}
