/// Shares and series as block letters.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A horizontal bar for a share of 0 to 1; at least a sliver for what is not nothing.
  static func of(_ share: Double, width: Int) -> String {
    let parts = Int((min(max(share, 0), 1) * Double(width * 8)).rounded())
    guard parts > 0 else { return share > 0 ? "▏" : "" }
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }

  /// One letter per number, as high as its share of the largest; a blank for nothing.
  static func series(_ numbers: [Int], largest: Int) -> String {
    numbers.map { number in
      guard number > 0, largest > 0 else { return " " }
      let level = (number * levels.count + largest - 1) / largest - 1
      return levels[min(max(level, 0), levels.count - 1)]
    }.joined()
  }
}
