import FeatureAlgebra

/// How two readings of rows differ: source, filter, kept rows, identity and columns.
func aspects(_ old: RowsPlan, _ new: RowsPlan) -> [Change.Aspect] {
  var list = AspectList()
  list.compare("alias", old.alias, new.alias)
  list.add(aspects(old.source, new.source))
  list.compare("filter", old.filter?.meaning ?? "none", new.filter?.meaning ?? "none")
  list.compare("keeps", words(old.keep), words(new.keep))
  list.compare("key", old.key.joined(separator: ", "), new.key.joined(separator: ", "))
  list.compare("day column", old.day ?? "none", new.day ?? "none")
  list.compare("freshness column", old.freshness ?? "none", new.freshness ?? "none")
  for column in new.columns {
    let previous = old.columns.first { $0.name == column.name }
    list.compare("column \(column.name)", previous.map(words), words(column))
  }
  for column in old.columns where !new.columns.contains(where: { $0.name == column.name }) {
    list.compare("column \(column.name)", words(column), nil)
  }
  return list.aspects
}

private func aspects(_ old: RowsSource, _ new: RowsSource) -> [Change.Aspect] {
  guard case .stack(let before, let oldRule) = old, case .stack(let after, let newRule) = new,
    before.map(\.alias) == after.map(\.alias)
  else {
    return old == new ? [] : [.init("source", was: words(old), now: words(new))]
  }
  var list = AspectList()
  list.compare("stacking", words(oldRule), words(newRule))
  for (part, newPart) in zip(before, after) {
    let name = "part \(part.alias)"
    list.compare("\(name) table", "\(part.table)", "\(newPart.table)")
    list.compare("\(name) found for", words(part.pair), words(newPart.pair))
    if let asking = part.pair?.asking, let newAsking = newPart.pair?.asking,
      asking.alias == newAsking.alias
    {
      list.add(aspects(asking, newAsking))
    }
    list.compare(
      "\(name) filter", part.filter?.meaning ?? "none", newPart.filter?.meaning ?? "none")
    list.compare("\(name) keeps", words(part.keep), words(newPart.keep))
    for column in newPart.mapping {
      let previous = part.mapping.first { $0.name == column.name }
      list.compare("\(name) \(column.name)", previous?.value.meaning, column.value.meaning)
    }
    for column in part.mapping where !newPart.mapping.contains(where: { $0.name == column.name }) {
      list.compare("\(name) \(column.name)", column.value.meaning, nil)
    }
  }
  return list.aspects
}

/// The completeness rule and each of its windows.
func completenessChanges(_ old: CompletenessPlan?, _ new: CompletenessPlan?) -> [Change] {
  switch (old, new) {
  case (nil, nil): return []
  case (nil, let new?):
    return [Change("completeness", .added, [.init("of", was: nil, now: new.actual)])]
  case (_?, nil): return [Change("completeness", .removed)]
  case (let old?, let new?):
    var list = AspectList()
    list.compare("of", old.actual, new.actual)
    list.add(aspects(old.expected, new.expected))
    list.compare("match", words(old.match), words(new.match))
    list.compare(
      "following", old.following?.joined(separator: ", ") ?? "none",
      new.following?.joined(separator: ", ") ?? "none")
    if let before = old.excused, let after = new.excused {
      list.add(aspects(before, after))
      list.compare("excused match", words(old.excusedMatch), words(new.excusedMatch))
    } else {
      list.compare("excused by", old.excused?.alias ?? "none", new.excused?.alias ?? "none")
    }
    return list.changes(of: "completeness")
      + named(
        old.windows.map { ("completeness window \($0.name)", $0) },
        new.windows.map { ("completeness window \($0.name)", $0) },
        describe: { [.init("window", was: nil, now: $0.window.description)] },
        compare: { old, new in
          var list = AspectList()
          list.compare("window", old.window.description, new.window.description)
          return list
        })
  }
}
