/// The name nearest to a misspelt one.
enum NearMiss {
  /// The candidate with the fewest edits, if they are few for its length; ties go to the first by name.
  static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    let best = Set(candidates).filter { $0 != name }
      .map { (edits: edits(from: name, to: $0), name: $0) }
      .filter { $0.edits <= limit }
      .min { ($0.edits, $0.name) < ($1.edits, $1.name) }
    return best?.name
  }

  /// A sentence that offers the nearest, or nil.
  static func help(for name: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: name, in: candidates).map { "the nearest name is '\($0)'" }
  }

  /// Letters put in, taken out, replaced, or swapped with their neighbour.
  static func edits(from left: String, to right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      for j in right.indices {
        var cost = min(previous[j + 1] + 1, current[j] + 1)
        cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous.last ?? 0
  }
}
