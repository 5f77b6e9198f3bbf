/// Finds what was probably meant.
enum NearestName {
  /// The one of `names` closest to `word`, or nil when none is close.
  ///
  /// Close is at most a third of the word's letters changed, left out, added or swapped with their
  /// neighbour; or a word of which it is the beginning.
  static func of(_ word: String, in names: [String]) -> String? {
    let wanted = word.lowercased()
    let limit = max(1, wanted.count / 3)
    let candidates = names.map { (name: $0, distance: distance(wanted, $0.lowercased())) }
    if let best = candidates.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
      best.distance <= limit
    {
      return best.name
    }
    guard wanted.count >= 3 else { return nil }
    let longer = names.filter { $0.lowercased().hasPrefix(wanted) }
    return longer.min { ($0.count, $0) < ($1.count, $1) }
  }

  /// The end of a sentence about an unknown name: `; is it 'status'?`, or nothing.
  static func hint(_ word: String, in names: [String], quoting mark: String = "'") -> String {
    of(word, in: names).map { "; is it \(mark)\($0)\(mark)?" } ?? ""
  }

  /// Edits between two words: a letter changed, left out or added, two neighbours swapped.
  ///
  /// Source: optimal string alignment distance (Damerau–Levenshtein without repeated edits).
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let changed = last[j] + (a[i] == b[j] ? 0 : 1)
        var least = min(changed, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
