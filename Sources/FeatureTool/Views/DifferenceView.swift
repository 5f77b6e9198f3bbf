import FeaturePlan

/// What differs between two plans, as it is shown.
struct DifferenceView {
  let difference: PlanDifference
  let palette: Palette
  let width: Int

  func lines() -> [String] {
    var lines: [String] = []
    if !difference.pipeline.isEmpty {
      lines +=
        [palette(.heading, "pipeline")] + difference.pipeline.flatMap { self.lines(of: $0) } + [""]
    }
    for processor in difference.processors {
      lines.append(heading(processor))
      if processor.kind == .changed {
        lines += (processor.features + processor.rest).flatMap { self.lines(of: $0) }
        lines += following(processor.features)
      }
      lines.append("")
    }
    return lines
  }

  private func heading(_ processor: ProcessorDifference) -> String {
    let name = palette(.heading, processor.processor)
    let count = Words.count(processor.features.count, "feature")
    switch processor.kind {
    case .added: return palette(.added, "+") + " \(name)  new, \(count)"
    case .removed: return palette(.removed, "-") + " \(name)  removed, \(count)"
    case .changed:
      return processor.changesValues
        ? name : name + palette(.faint, "  no change of meaning")
    }
  }

  /// ```text
  ///   ~ points_mean_last_10: window last 10 games -> last 12 games
  /// ```
  private func lines(of change: Change) -> [String] {
    switch change.kind {
    case .added: return ["  " + palette(.added, "+ \(change.subject)") + definition(of: change)]
    case .removed: return ["  " + palette(.removed, "- \(change.subject)")]
    case .renamed(let old):
      return ["  " + palette(.accent, "~ \(change.subject)") + ": renamed from \(old)"]
    case .follows: return []
    case .changed:
      let head = "  " + palette(.accent, "~ \(change.subject)") + ":"
      let indent = String(repeating: " ", count: 6)
      if change.aspects.count == 1, let only = change.aspects.first {
        let line = " \(only.name) " + arrow(only)
        if change.subject.displayWidth + 5 + line.displayWidth <= width { return [head + line] }
      }
      return [head] + change.aspects.flatMap { lines(of: $0, indent: indent) }
    }
  }

  /// Features said in the same words, together by what they follow from.
  private func following(_ changes: [Change]) -> [String] {
    var groups: [(causes: [String], names: [String])] = []
    for change in changes {
      guard case .follows(let causes) = change.kind else { continue }
      if let index = groups.firstIndex(where: { $0.causes == causes }) {
        groups[index].names.append(change.subject)
      } else {
        groups.append((causes, [change.subject]))
      }
    }
    return groups.map { causes, names in
      let cause = causes.isEmpty ? "what it reads" : Words.list(causes)
      let shown = names.count > 8 ? names.prefix(7) + ["\(names.count - 7) more"] : names
      let verb = names.count == 1 ? "follows" : "follow"
      return "  " + palette(.faint, "· \(Words.list(shown)) \(verb) from \(cause)")
    }
  }

  private func definition(of change: Change) -> String {
    let parts = change.aspects.compactMap { aspect in
      aspect.now.map { aspect.name == "formula" ? $0 : palette(.faint, $0) }
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "  ")
  }

  /// On one line where it fits, else old and new below each other.
  private func lines(of aspect: Change.Aspect, indent: String) -> [String] {
    let line = indent + aspect.name + " " + arrow(aspect)
    let plain =
      indent.count + aspect.name.count + 5 + (aspect.was ?? "").count
      + (aspect.now ?? "").count
    guard plain > width, let was = aspect.was, let now = aspect.now else { return [line] }
    return [
      indent + aspect.name, indent + "  " + palette(.removed, "was ") + was,
      indent + "  " + palette(.added, "now ") + now,
    ]
  }

  /// `last 10 games -> last 12 games`
  private func arrow(_ aspect: Change.Aspect) -> String {
    switch (aspect.was, aspect.now) {
    case (let was?, let now?): "\(was) -> \(now)"
    case (nil, let now?): palette(.added, "added") + ", \(now)"
    case (let was?, nil): palette(.removed, "removed") + ", \(was)"
    case (nil, nil): ""
    }
  }
}
