/// Two texts line by line, as `diff -u` shows them.
struct TextDifference {
  private enum Line {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// Lines that only the new text has, and that only the old one has.
  let added: Int
  let removed: Int
  private let lines: [Line]

  init(from old: String, to new: String) {
    let before = Self.split(old)
    let after = Self.split(new)
    let changes = after.difference(from: before)
    var gone = Set<Int>()
    var come = Set<Int>()
    for change in changes {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    added = come.count
    removed = gone.count
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, gone.contains(i) {
        lines.append(.removed(before[i]))
        i += 1
      } else if j < after.count, come.contains(j) {
        lines.append(.added(after[j]))
        j += 1
      } else {
        lines.append(.kept(before[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    self.lines = lines
  }

  /// The changed parts with `context` lines around them.
  func unified(context: Int = 3, _ palette: Palette) -> [String] {
    let changed = lines.indices.filter { if case .kept = lines[$0] { false } else { true } }
    var hunks: [ClosedRange<Int>] = []
    for index in changed {
      let reach = max(0, index - context)...min(lines.count - 1, index + context)
      if let last = hunks.last, reach.lowerBound <= last.upperBound + 1 {
        hunks[hunks.count - 1] = last.lowerBound...reach.upperBound
      } else {
        hunks.append(reach)
      }
    }
    return hunks.flatMap { [header($0, palette)] + lines[$0].map { text($0, palette) } }
  }

  /// `@@ -12,7 +12,9 @@ merge`
  private func header(_ hunk: ClosedRange<Int>, _ palette: Palette) -> String {
    func sides(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
      lines.reduce(into: (0, 0)) { count, line in
        switch line {
        case .kept: count = (count.0 + 1, count.1 + 1)
        case .removed: count.0 += 1
        case .added: count.1 += 1
        }
      }
    }
    let before = sides(lines[..<hunk.lowerBound])
    let inside = sides(lines[hunk])
    let old = "\(before.old + (inside.old > 0 ? 1 : 0)),\(inside.old)"
    let new = "\(before.new + (inside.new > 0 ? 1 : 0)),\(inside.new)"
    let head = palette(.accent, "@@ -\(old) +\(new) @@")
    return head + (section(above: hunk.lowerBound).map { " " + $0 } ?? "")
  }

  /// The statement that a line belongs to: the nearest comment at or above it.
  private func section(above index: Int) -> String? {
    for line in lines[...index].reversed() {
      switch line {
      case .kept(let text), .added(let text), .removed(let text):
        if text.hasPrefix("-- ") { return String(text.dropFirst(3)) }
      }
    }
    return nil
  }

  private func text(_ line: Line, _ palette: Palette) -> String {
    switch line {
    case .kept(let text): " " + text
    case .removed(let text): palette(.removed, "-" + text)
    case .added(let text): palette(.added, "+" + text)
    }
  }

  /// Without the empty piece after a final line break.
  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
