internal import FeaturePlan

/// Which processors a run is about, in the order of the graph.
struct Selection {
  let processors: [ProcessorPlan]

  init(_ plan: Plan, only names: [String], downstream: Bool) throws(EngineError) {
    guard !names.isEmpty else {
      processors = plan.processors
      return
    }
    for name in names where plan[processor: name] == nil {
      let known = plan.processors.map(\.name)
      let nearest = known.min { distance($0, name) < distance($1, name) }
      throw EngineError(
        .usage, "there is no processor '\(name)'",
        help: nearest.map { "did you mean '\($0)'? all: \(known.joined(separator: ", "))" })
    }
    var chosen = Set(names)
    if downstream {
      for processor in plan.processors
      where plan.upstreams(of: processor).contains(where: { chosen.contains($0.name) }) {
        chosen.insert(processor.name)
      }
    }
    processors = plan.processors.filter { chosen.contains($0.name) }
  }
}

/// Single-character edits between two names.
private func distance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.utf8), Array(right.utf8))
  var row = Array(0...b.count)
  for i in 0..<a.count {
    var diagonal = row[0]
    row[0] = i + 1
    for j in 0..<b.count {
      let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
