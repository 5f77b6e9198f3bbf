import FeatureAlgebra

/// What an added feature is.
func description(of feature: FeaturePlan) -> [Change.Aspect] {
  let unit = feature.unit.map { " " + $0.name } ?? ""
  return [
    .init("formula", was: nil, now: feature.expression.meaning),
    .init("type", was: nil, now: "\(feature.type)\(unit)"),
  ]
}

/// The features that differ, in the order of the new plan, those that are gone last.
func featureChanges(from old: ProcessorPlan, to new: ProcessorPlan) -> [Change] {
  let before = Dictionary(old.features.map { ($0.name, $0) }) { first, _ in first }
  let names = Set(new.features.map(\.name))
  var gone = old.features.filter { !names.contains($0.name) }
  var changed = changedRows(from: old, to: new)
  var changes: [Change] = []

  for feature in new.features {
    guard let previous = before[feature.name] else {
      if let index = gone.firstIndex(where: { $0.isSame(as: feature) }) {
        changes.append(Change(feature.name, .renamed(from: gone.remove(at: index).name)))
      } else {
        changes.append(Change(feature.name, .added, description(of: feature)))
      }
      changed.insert(feature.name)
      continue
    }
    let found = aspects(previous, feature) + columnAspects(feature.name, old.table, new.table)
    if !found.isEmpty {
      changes.append(Change(feature.name, .changed, found))
      if previous.fingerprint != feature.fingerprint { changed.insert(feature.name) }
    } else if previous.fingerprint != feature.fingerprint {
      changes.append(Change(feature.name, .follows(reads(of: feature).filter(changed.contains))))
      changed.insert(feature.name)
    }
  }
  return changes + gone.map { Change($0.name, .removed) }
}

/// Formula, type, rounding, unit and storing.
private func aspects(_ old: FeaturePlan, _ new: FeaturePlan) -> [Change.Aspect] {
  var list = AspectList()
  list.add(aspects(old.expression, new.expression))
  if case .decimal(let width, let was) = old.type, case .decimal(let newWidth, let now) = new.type,
    was != now
  {
    list.compare("rounding", decimalWords(was), decimalWords(now))
    if width != newWidth { list.compare("type", "\(old.type)", "\(new.type)") }
  } else {
    list.compare("type", "\(old.type)", "\(new.type)")
  }
  list.compare("unit", old.unit?.name ?? "none", new.unit?.name ?? "none")
  list.compare(
    "kept as", old.isStored ? "a column" : "an intermediate",
    new.isStored ? "a column" : "an intermediate")
  return list.aspects
}

/// What the output column says beyond the feature's type: NULL, range, words, part in the row's hash.
private func columnAspects(
  _ name: String, _ old: TablePlan, _ new: TablePlan
) -> [Change.Aspect] {
  guard let before = old[name], let after = new[name] else { return [] }
  return constraintAspects(before, after)
}

/// The names a feature reads: other features and the aliases of rows.
private func reads(of feature: FeaturePlan) -> [String] {
  var names = feature.expression.featureNames
  func add(_ name: String) { if !names.contains(name) { names.append(name) } }
  feature.expression.walk { node in
    switch node {
    case .aggregate(let aggregation), .measured(let aggregation, _): add(aggregation.rows)
    case .league(let league): add(league.rows)
    case .column(let rows, _): add(rows)
    case .coverage: add("completeness")
    default: break
    }
  }
  return names
}

/// The aliases of rows that mean something else now.
private func changedRows(from old: ProcessorPlan, to new: ProcessorPlan) -> Set<String> {
  func rows(_ plan: ProcessorPlan) -> [String: [AnyHashable]] {
    var all: [String: [AnyHashable]] = [:]
    for lookup in plan.lookups { all[lookup.rows.alias, default: []].append(lookup) }
    for summary in plan.summaries { all[summary.rows.alias, default: []].append(summary) }
    for history in plan.histories { all[history.rows.alias, default: []].append(history) }
    if case .rows(let population) = plan.population {
      all[population.alias, default: []].append(population)
    }
    if let completeness = plan.completeness { all["completeness"] = [completeness] }
    return all
  }
  let before = rows(old)
  return Set(rows(new).filter { before[$0.key] != $0.value }.keys)
}

extension FeaturePlan {
  /// Whether only the name differs.
  fileprivate func isSame(as other: FeaturePlan) -> Bool {
    expression == other.expression && type == other.type && unit == other.unit
      && isStored == other.isStored
  }
}
