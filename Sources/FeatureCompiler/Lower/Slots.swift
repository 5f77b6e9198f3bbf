import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension ProcessorLowering {
  /// Each distinct aggregate and league average, those inside league averages too, with the name it
  /// has in statements.
  ///
  /// The name says what is aggregated: `sum_paint_attempts_last_10_games`. Where that cannot be said in
  /// a few words it is the feature's: `fatigue_score_a1`. An edit elsewhere changes neither.
  func slots() -> [SlotPlan] {
    var drafts: [(content: SlotPlan.Content, plain: String?, owner: String)] = []
    var seen: Set<Expression> = []
    for site in outline.entitySites {
      let owner = site.owner
      var (aggregates, leagues) = (0, 0)
      for node in site.expression.slotNodes {
        switch node {
        case .aggregate(let aggregation):
          let plain = aggregation.plainName
          if plain == nil { aggregates += 1 }
          guard seen.insert(node).inserted else { continue }
          drafts.append((.aggregation(aggregation), plain, "\(owner)_a\(max(1, aggregates))"))
        case .league(let league):
          leagues += 1
          guard seen.insert(node).inserted else { continue }
          let name = leagues == 1 ? "\(owner)_league" : "\(owner)_league_\(leagues)"
          drafts.append((.league(league), nil, name))
        default:
          break
        }
      }
    }
    let plainNames = drafts.compactMap(\.plain)
    var taken = Set(outline.columns.map(\.name) + outline.features.map(\.value.name))
    return drafts.map { draft in
      var name = draft.plain ?? draft.owner
      if plainNames.filter({ $0 == name }).count > 1, case .aggregation(let it) = draft.content {
        name = "\(it.rows)_\(name)"
      }
      if taken.contains(name) { name = draft.owner }
      while !taken.insert(name).inserted { name += "_2" }
      return SlotPlan(name: name, content: draft.content, type: type(of: draft.content))
    }
  }

  private func type(of content: SlotPlan.Content) -> ColumnType {
    switch content {
    case .league: return .double
    case .aggregation(let aggregation):
      do { return try types.rules.type(of: aggregation) } catch {
        preconditionFailure("Rule.types lets no aggregate without a type through: \(error)")
      }
    }
  }
}

extension ExpressionSite {
  /// The name that stands for the site in the names of its aggregates.
  fileprivate var owner: String {
    if case .feature(let name) = purpose {
      return name.split(separator: ".").joined(separator: "_")
    }
    return subject.lowercased().split { !($0.isLetter || $0.isNumber) }
      .filter { $0 != "the" && $0 != "of" }.joined(separator: "_")
  }
}

extension Expression {
  /// Aggregates and league averages in order; what a league average holds stands before it.
  fileprivate var slotNodes: [Expression] {
    var found: [Expression] = []
    walk { node in
      switch node {
      case .aggregate(let aggregation):
        // The values that a hand kernel looks at have no place in statements.
        if aggregation.function != .everyValue { found.append(node) }
      case .league(let league):
        found += league.value.slotNodes + league.qualifying.slotNodes + [node]
      default:
        break
      }
    }
    return found
  }
}
