/// How one statement's file differs.
struct StatementDifference {
  /// Below the output folder.
  let path: String
  let was: String?
  let now: String?
  let text: TextDifference

  /// `player_daily_cache`: the folder the file is in.
  var processor: String { path.split(separator: "/").dropLast().last.map(String.init) ?? path }

  static func all(
    from old: [String: String], to new: [String: String], in order: [String]
  ) -> [StatementDifference] {
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    return (order + gone).compactMap { path in
      let (was, now) = (old[path], new[path])
      guard was != now else { return nil }
      let text = TextDifference(from: was ?? "", to: now ?? "")
      return StatementDifference(path: path, was: was, now: now, text: text)
    }
  }

  /// As `diff -u` shows it; a file that came or went is said in a line.
  func lines(_ palette: Palette) -> [String] {
    guard was != nil, now != nil else {
      let count = Words.count(max(text.added, text.removed), "line")
      return was == nil
        ? [palette(.added, "new file \(path)") + ", \(count)"]
        : [palette(.removed, "removed file \(path)") + ", \(count)"]
    }
    return [palette(.heading, "--- \(path)"), palette(.heading, "+++ \(path)")]
      + text.unified(palette)
  }
}
