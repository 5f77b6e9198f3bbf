import FeatureAlgebra

/// How two declarations of a table differ: identity, and columns added, removed and changed.
func aspects(_ old: TablePlan, _ new: TablePlan) -> AspectList {
  var list = identity(old, new)
  for column in new.columns {
    if let previous = old[column.name] {
      if previous != column {
        list.compare("column \(column.name)", words(previous), words(column))
      }
    } else {
      list.compare("column \(column.name)", nil, words(column))
    }
  }
  for column in old.columns where new[column.name] == nil {
    list.compare("column \(column.name)", words(column), nil)
  }
  return list
}

/// The output table: identity, and the columns that no feature fills.
func tableChanges(_ old: ProcessorPlan, _ new: ProcessorPlan) -> [Change] {
  func others(_ plan: ProcessorPlan) -> [(String, OutputColumn)] {
    plan.output.filter { $0.origin != .feature }.map { ("column \($0.column.name)", $0) }
  }
  var list = identity(old.table, new.table)
  let kept = Set(old.table.columns.map(\.name)).intersection(new.table.columns.map(\.name))
  let before = old.table.columns.map(\.name).filter(kept.contains)
  let after = new.table.columns.map(\.name).filter(kept.contains)
  if before != after, let place = zip(before, after).first(where: { $0 != $1 }) {
    list.compare("order of columns", "\(place.0) first", "\(place.1) first")
  }
  return list.changes(of: "table")
    + named(
      others(old), others(new), describe: { [.init("is", was: nil, now: words($0.origin))] },
      compare: { old, new in
        var list = AspectList()
        list.compare("type", "\(old.column.type)", "\(new.column.type)")
        list.compare("is", words(old.origin), words(new.origin))
        list.add(constraintAspects(old.column, new.column))
        return list
      })
}

/// NULL, range, words, and part in the row's hash.
func constraintAspects(_ old: ColumnPlan, _ new: ColumnPlan) -> [Change.Aspect] {
  var list = AspectList()
  list.compare(
    "may be missing", old.isNullable ? "yes" : "no", new.isNullable ? "yes" : "no")
  list.compare("range", words(old.range), words(new.range))
  list.compare("words", words(old.vocabulary), words(new.vocabulary))
  list.compare("elements", words(elementsOf: old), words(elementsOf: new))
  list.compare("role", old.role.rawValue, new.role.rawValue)
  return list.aspects
}

private func identity(_ old: TablePlan, _ new: TablePlan) -> AspectList {
  var list = AspectList()
  list.compare("name", "\(old.name)", "\(new.name)")
  list.compare("key", old.key.joined(separator: ", "), new.key.joined(separator: ", "))
  list.compare("day column", old.day ?? "none", new.day ?? "none")
  list.compare("freshness column", old.freshness ?? "none", new.freshness ?? "none")
  list.compare("row hash column", old.rowHash ?? "none", new.rowHash ?? "none")
  return list
}
