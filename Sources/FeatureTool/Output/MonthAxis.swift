/// The months of a span, each once, with a line of their initials.
struct MonthAxis {
  /// `2024-10`, without gaps; the last ones where a window has no room for all.
  let months: [String]

  /// - Parameters:
  ///   - width: of the window.
  ///   - taken: columns of the other cells with the blanks between, apart from the longest of `names`.
  init(_ seen: [String], in width: Int, beside taken: Int, names: [String]) {
    let most = max(4, width - taken - (names.map(\.displayWidth).max() ?? 0))
    let numbers = seen.compactMap(Self.number)
    guard let first = numbers.min(), let last = numbers.max() else {
      months = []
      return
    }
    months = (max(first, last - most + 1)...last).map { number in
      let month = String(number % 12 + 1)
      return "\(number / 12)-" + (month.count == 1 ? "0" : "") + month
    }
  }

  /// `ONDJFMA`
  var title: String {
    let initials = Array("JFMAMJJASOND")
    return String(months.compactMap { Self.number($0).map { initials[$0 % 12] } })
  }

  private static func number(_ month: String) -> Int? {
    let parts = month.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    return (1...12).contains(month) ? year * 12 + month - 1 : nil
  }
}
