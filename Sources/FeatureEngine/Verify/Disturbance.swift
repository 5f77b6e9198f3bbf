internal import FeatureAlgebra
internal import FeaturePlan

/// Other rows in a table from a day on, as they might have been: values changed, rows taken away, rows
/// added. Before the day nothing differs.
///
/// It is the definition of a view over the stored rows, so that nothing is copied and nothing has to be
/// put back. Which cells and rows are hit follows from the rows' keys: the same in every run.
struct Disturbance {
  /// What is done to the rows; each alone tells what moved a value.
  enum Kind: CaseIterable {
    /// Half of the cells, keys included, have another value.
    case values
    /// A third of the rows is missing.
    case deletions
    /// Half of the rows before the day stand a second time, mirrored into the days from it on.
    case additions

    var words: String {
      switch self {
      case .values: "values"
      case .deletions: "rows taken away"
      case .additions: "rows added"
      }
    }
  }

  /// What of the rows dated D is disturbed.
  enum OnDay: Hashable {
    case everything
    /// Values alone, and not in these columns.
    case allBut(Set<String>)
    case nothing
  }

  let table: TablePlan
  /// The date column of `table`.
  let dayColumn: String
  let day: Day
  let onDay: OnDay
  /// Columns by which one row per key is kept whatever its day. They stay, the rows stay, and what is
  /// added has keys of its own: which row of a key counts is the same as before.
  var acrossDays: Set<String> = []
  /// Columns that are known before a row's day, where the processor reads rows of later days by them. They
  /// and the keys stay, and no row comes or goes.
  var announced: Set<String> = []
  var kinds = Set(Kind.allCases)
  /// The columns whose values change; nil is all.
  var columns: Set<String>?

  /// The first day with disturbed rows.
  var first: Day { onDay == .nothing ? day.advanced(by: 1) : day }

  /// - Parameter stored: the rows as they are, as a name in SQL.
  func sql(over stored: String) -> String {
    let date = identifier(dayColumn)
    let first = onDay == .everything ? day : day.advanced(by: 1)
    let boundary = "DATE '\(first)'"
    func select(_ value: (ColumnPlan) -> String, _ conditions: [String]) -> String {
      let list = table.columns.map { "\(value($0)) AS \(identifier($0.name))" }
      return "SELECT \(list.joined(separator: ", ")) FROM \(stored)"
        + " WHERE \(conditions.joined(separator: " AND "))"
    }
    func same(_ column: ColumnPlan) -> String { identifier(column.name) }

    var parts: [String] = []
    if case .allBut(let kept) = onDay {
      let kept = kept.union(table.key)
      parts = [
        select(same, ["(\(date) < DATE '\(day)' OR \(date) IS NULL)"]),
        select(
          { kept.contains($0.name) ? same($0) : changed($0) }, ["\(date) = DATE '\(day)'"]),
      ]
    } else {
      parts = [select(same, ["(\(date) < \(boundary) OR \(date) IS NULL)"])]
    }
    let mayGo = kinds.contains(.deletions) && acrossDays.isEmpty && announced.isEmpty
    let remains = mayGo ? ["\(chance("rows")) % 3 > 0"] : []
    parts.append(select(changed, ["\(date) >= \(boundary)"] + remains))
    if kinds.contains(.additions), announced.isEmpty {
      let mirrored = "\(boundary) + CAST(\(boundary) - \(date) - 1 AS INTEGER)"
      parts.append(
        select(
          { $0.name == dayColumn ? mirrored : acrossDays.contains($0.name) ? fresh($0) : same($0) },
          ["\(date) < \(boundary)", "\(date) >= \(boundary) - 90", "\(chance("more")) % 2 = 0"]))
    }
    return parts.joined(separator: " UNION ALL ")
  }

  /// Another value in half of the cells, of the column's type, never NULL.
  private func changed(_ column: ColumnPlan) -> String {
    let name = identifier(column.name)
    guard kinds.contains(.values), column.name != dayColumn,
      columns?.contains(column.name) ?? true, !acrossDays.contains(column.name),
      announced.isEmpty || !announced.union(table.key).contains(column.name)
    else { return name }
    return "CASE WHEN \(chance(column.name)) % 2 = 0"
      + " THEN CAST(\(other(column.type, name)) AS \(column.type)) ELSE \(name) END"
  }

  /// A value that differs from that of a column: half of a large number, more than a small one, a text
  /// backwards, which leaves clock readings readable.
  private func other(_ type: ColumnType, _ name: String) -> String {
    switch type {
    case .integer, .integer32:
      "CASE WHEN \(name) > 9 OR \(name) < -9 THEN \(name) // 2 ELSE COALESCE(\(name), 0) + 5 END"
    case .double:
      "CASE WHEN ABS(\(name)) > 2 THEN \(name) / 2 ELSE COALESCE(\(name), 0) + 1.5 END"
    case .decimal(let precision, let scale):
      // 1, or 0.1 where nothing stands before the point: twice that fits.
      "CASE WHEN ABS(\(name)) > 2 * \(precision > scale ? "1" : "0.1") THEN \(name) / 2"
        + " ELSE COALESCE(\(name), 0) + \(precision > scale ? "1" : "0.1") END"
    case .text:
      "CASE WHEN REVERSE(\(name)) <> \(name) THEN REVERSE(\(name)) ELSE COALESCE(\(name), '') || 'x' END"
    case .boolean: "NOT COALESCE(\(name), FALSE)"
    case .day: "COALESCE(\(name), DATE '\(day)') + 3"
    case .timestamp: "COALESCE(\(name), TIMESTAMP '\(day) 00:00:00') + INTERVAL 5 HOUR"
    case .textList: "LIST_APPEND(COALESCE(\(name), []), 'x')"
    case .doubleList: "LIST_APPEND(COALESCE(\(name), []), 1.5)"
    }
  }

  /// A value that no stored row has, where the type allows one.
  private func fresh(_ column: ColumnPlan) -> String {
    let name = identifier(column.name)
    switch column.type {
    case .text: return "\(name) || ' (added)'"
    case .integer, .integer32: return "CAST(-1000000007 - \(name) % 1000000007 AS \(column.type))"
    case .decimal, .double, .boolean, .day, .timestamp, .textList, .doubleList: return name
    }
  }

  /// A number that stands for the row and a word.
  private func chance(_ word: String) -> String {
    "HASH(\((table.key.map(identifier) + [text(word)]).joined(separator: ", ")))"
  }
}

/// `'O''Neal'`
private func text(_ value: String) -> String { Literal.text(value).meaning }
