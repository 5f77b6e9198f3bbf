import NBADemo

/// The season that most tests look at.
let season = GeneratedSeason()

extension GeneratedSeason {
  /// The table of that name; an empty one, which fails its test, when there is none.
  func table(_ name: String) -> SeasonTable {
    guard let table = self[name] else { fatalError("the season has a table \(name)") }
    return table
  }
}

/// Columns read row by row, `nil` for NULL.
extension SeasonTable {
  func text(_ name: String) -> [String?] {
    guard case .dictionary(let codes, let words) = self[name]?.values else {
      fatalError("\(self.name).\(name) is text")
    }
    return codes.map { $0 < 0 ? nil : words[Int($0)] }
  }

  /// For each row, the values of some columns in one text.
  func keys(_ columns: String...) -> [String] { keys(columns) }

  func keys(_ columns: [String]) -> [String] {
    columns.map(spelled).reduce(Array(repeating: "", count: rowCount)) { keys, column in
      zip(keys, column).map { $0.isEmpty ? $1 : "\($0) \($1)" }
    }
  }

  private func spelled(_ column: String) -> [String] {
    switch self[column]?.values {
    case .integer: counts(column).map(String.init)
    case .day: days(column).map(String.init)
    case .timestamp: moments(column).map(String.init)
    default: words(column)
    }
  }

  /// Text of a column without NULLs.
  func words(_ name: String) -> [String] { text(name).map { $0 ?? "NULL" } }

  func integers(_ name: String) -> [Int?] {
    guard let column = self[name], case .integer(let values) = column.values else {
      fatalError("\(self.name).\(name) is of integers")
    }
    return values.indices.map { column.isNull(at: $0) ? nil : Int(values[$0]) }
  }

  /// Numbers with 0 for NULL.
  func counts(_ name: String) -> [Int] { integers(name).map { $0 ?? 0 } }

  func doubles(_ name: String) -> [Double?] {
    guard let column = self[name], case .double(let values) = column.values else {
      fatalError("\(self.name).\(name) is of doubles")
    }
    return values.indices.map { column.isNull(at: $0) ? nil : values[$0] }
  }

  func flags(_ name: String) -> [Bool] {
    guard case .boolean(let values) = self[name]?.values else {
      fatalError("\(self.name).\(name) is of booleans")
    }
    return values
  }

  func days(_ name: String) -> [Int] {
    guard case .day(let values) = self[name]?.values else {
      fatalError("\(self.name).\(name) is of days")
    }
    return values.map(Int.init)
  }

  /// Seconds since 1970.
  func moments(_ name: String) -> [Int] {
    guard case .timestamp(let values) = self[name]?.values else {
      fatalError("\(self.name).\(name) is of timestamps")
    }
    return values.map { Int($0 / 1_000_000) }
  }
}

/// The players of every team in every game, summed from the gamebook's active rows.
struct TeamSums {
  /// For each column, sums by game id and team.
  private(set) var byColumn: [String: [String: Int]] = [:]
  private(set) var seconds: [String: Int] = [:]

  init(_ table: SeasonTable, columns: [String]) {
    let keys = table.keys("game_id", "team_abbr")
    for column in columns {
      var sums: [String: Int] = [:]
      for (key, count) in zip(keys, table.counts(column)) { sums[key, default: 0] += count }
      byColumn[column] = sums
    }
    for (key, minutes) in zip(keys, table.text("minutes")) {
      seconds[key, default: 0] += minutes.map(Self.seconds) ?? 0
    }
  }

  /// `34:05` is 2,045 seconds, `24:60` is 1,500.
  static func seconds(_ minutes: String) -> Int {
    let parts = minutes.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : 0
  }
}
