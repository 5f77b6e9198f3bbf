/// Text with places where it may break, and the choice of breaks that keeps lines short.
///
/// A group is printed on one line if it fits there; if not, all its own breaks become new lines.
/// Source: Philip Wadler, "A prettier printer".
indirect enum Layout {
  case text(String)
  /// A blank, or a new line where the group is broken.
  case line
  /// Nothing, or a new line where the group is broken.
  case softLine
  /// Always a new line.
  case hardLine
  /// Two blanks deeper.
  case nested(Layout)
  case group(Layout)
  case sequence([Layout])

  static let width = 100

  static func joined(_ parts: [Layout], by separator: [Layout]) -> Layout {
    var all: [Layout] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { all += separator }
      all.append(part)
    }
    return .sequence(all)
  }

  /// `(a, b)`, or one item per line between the brackets.
  static func bracketed(
    _ open: String, _ items: [Layout], _ close: String, separator: [Layout] = [.text(","), .line]
  ) -> Layout {
    if items.isEmpty { return .text(open + close) }
    return .group(
      .sequence([
        .text(open), .nested(.sequence([.softLine, .joined(items, by: separator)])), .softLine,
        .text(close),
      ]))
  }

  /// The text, without blanks at the ends of lines.
  func rendered() -> String {
    var out = ""
    var column = 0
    var stack: [(depth: Int, flat: Bool, layout: Layout)] = [(0, false, self)]
    func newLine(_ depth: Int) {
      out += "\n" + String(repeating: " ", count: depth)
      column = depth
    }
    while let (depth, flat, layout) = stack.popLast() {
      switch layout {
      case .text(let text):
        out += text
        column += text.unicodeScalars.count
      case .line where flat:
        out += " "
        column += 1
      case .softLine where flat: break
      case .line, .softLine, .hardLine: newLine(depth)
      case .nested(let inner): stack.append((depth + 2, flat, inner))
      case .group(let inner):
        let fits =
          flat || Layout.fits(inner, rest: stack.reversed(), in: Layout.width - column)
        stack.append((depth, fits, inner))
      case .sequence(let parts):
        for part in parts.reversed() { stack.append((depth, flat, part)) }
      }
    }
    return out
  }

  /// Whether `first` on one line, and what follows up to the next break, take at most `room` columns.
  private static func fits(
    _ first: Layout, rest: some Sequence<(depth: Int, flat: Bool, layout: Layout)>, in room: Int
  ) -> Bool {
    var room = room
    var stack: [(flat: Bool, layout: Layout)] = [(true, first)]
    var rest = rest.makeIterator()
    while room >= 0 {
      if stack.isEmpty {
        guard let next = rest.next() else { return true }
        stack.append((next.flat, next.layout))
      }
      let (flat, layout) = stack.removeLast()
      switch layout {
      case .text(let text): room -= text.unicodeScalars.count
      case .line:
        if !flat { return true }
        room -= 1
      case .softLine: if !flat { return true }
      case .hardLine: return !flat
      case .nested(let inner): stack.append((flat, inner))
      case .group(let inner): stack.append((flat, inner))
      case .sequence(let parts): for part in parts.reversed() { stack.append((flat, part)) }
      }
    }
    return false
  }
}
