/// Lays JSON out for people and for line by line comparison: what fits on a line stands on one, the
/// rest opens, what holds one thing opens with it (`{ "ratio": [`), and a name comes before what it
/// names. Else the order stays, and so do numbers and texts.
struct JSONLayout {
  let width: Int

  init(width: Int = 100) { self.width = width }

  /// - Parameter compact: sound JSON without blanks, as `JSONEncoder` writes it by default.
  func text(_ compact: some Sequence<UInt8>) -> String {
    var reader = Reader(bytes: Array(compact)[...])
    var text = ""
    write(reader.value(), indent: 0, before: 0, into: &text)
    return text + "\n"
  }

  private indirect enum Node {
    case plain(String)
    case list(open: String, items: [(key: String?, value: Node)], close: String)

    /// On one line.
    var line: String {
      switch self {
      case .plain(let text): text
      case .list(let open, let items, let close):
        if items.isEmpty {
          open + close
        } else {
          Self.line(items, padding: open == "{" ? " " : "", open, close)
        }
      }
    }

    private static func line(
      _ items: [(key: String?, value: Node)], padding: String, _ open: String, _ close: String
    ) -> String {
      let texts = items.map { ($0.key.map { $0 + ": " } ?? "") + $0.value.line }
      return open + padding + texts.joined(separator: ", ") + padding + close
    }
  }

  private func write(_ node: Node, indent: Int, before: Int, into text: inout String) {
    let line = node.line
    guard case .list(let open, let items, let close) = node, !items.isEmpty,
      before + line.count >= width
    else {
      text += line
      return
    }
    if items.count == 1, case .list = items[0].value {
      let padding = open == "{" ? " " : ""
      let start = open + padding + (items[0].key.map { $0 + ": " } ?? "")
      text += start
      write(items[0].value, indent: indent, before: before + start.count, into: &text)
      text += padding + close
      return
    }
    let blanks = String(repeating: " ", count: indent + 2)
    text += open + "\n"
    for (index, item) in items.enumerated() {
      let key = item.key.map { $0 + ": " } ?? ""
      text += blanks + key
      write(item.value, indent: indent + 2, before: indent + 2 + key.count, into: &text)
      text += index == items.count - 1 ? "\n" : ",\n"
    }
    text += String(repeating: " ", count: indent) + close
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func value() -> Node {
      switch bytes.first {
      case UInt8(ascii: "{"): list("{", "}", hasKeys: true)
      case UInt8(ascii: "["): list("[", "]", hasKeys: false)
      case UInt8(ascii: "\""): .plain(string())
      default: .plain(word())
      }
    }

    private mutating func list(_ open: String, _ close: String, hasKeys: Bool) -> Node {
      var items: [(String?, Node)] = []
      bytes.removeFirst()
      while let byte = bytes.first, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
        var key: String?
        if hasKeys {
          key = string()
          bytes.removeFirst()
        }
        items.append((key, value()))
        if bytes.first == UInt8(ascii: ",") { bytes.removeFirst() }
      }
      bytes = bytes.dropFirst()
      let first = items.filter { Self.names.contains($0.0) }
      let rest = items.filter { !Self.names.contains($0.0) }
      return .list(open: open, items: first + rest, close: close)
    }

    private static let names: [String?] = ["\"name\"", "\"alias\"", "\"meaning\""]

    /// With its quotes and escapes.
    private mutating func string() -> String {
      var end = bytes.startIndex + 1
      while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return take(end + 1)
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() -> String {
      let end = bytes.firstIndex {
        [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains($0)
      }
      return take(end ?? bytes.endIndex)
    }

    private mutating func take(_ end: Int) -> String {
      let limit = min(end, bytes.endIndex)
      defer { bytes = bytes[limit...] }
      return String(decoding: bytes[bytes.startIndex..<limit], as: UTF8.self)
    }
  }
}
