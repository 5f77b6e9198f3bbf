import FeatureAlgebra
import FeaturePlan

/// Rows in words: where they come from and which of them count.
struct RowsText {
  let rows: RowsPlan

  init(_ rows: RowsPlan) { self.rows = rows }

  /// `nba_raw.nbac_schedule` where `…`, one per `…`
  var sentence: String {
    var text: String
    switch rows.source {
    case .table(let table): text = "`\(table)`"
    case .stack(let parts, let rule):
      let names = parts.map { part in
        "`\(part.table)`" + Self.paired(part.pair) + Self.condition(part.filter)
          + Self.kept(part.keep)
      }
      switch rule {
      case .everyRow: text = "every row of " + Words.list(names)
      case .firstPart(let key):
        text = "by \(Markdown.code(key)) the rows of the first that has any: " + Words.list(names)
      }
    }
    return text + Self.condition(rows.filter) + Self.kept(rows.keep)
  }

  private static func paired(_ pair: PairPlan?) -> String {
    guard let pair else { return "" }
    let days =
      switch pair.timing {
      case .sameDay: "of its day"
      case .newestDay(let age): "of the newest day before it, at most \(age) days old"
      case .before(let age): "before it, at most \(age) days old"
      case .after(let days): "after it, at most \(days) days later,"
      }
    return " \(days) for each row of `\(pair.asking.alias)` (\(RowsText(pair.asking).sentence)),"
      + " found by `\(match(pair.match))`"
  }

  private static func condition(_ filter: Expression?) -> String {
    filter.map { " where `\(Formula($0).line)`" } ?? ""
  }

  private static func kept(_ keep: Keep?) -> String {
    guard let keep else { return "" }
    return ", one per \(Markdown.code(keep.per.map { Formula($0).line })), first by"
      + " `\(order(keep.order))`"
  }

  static func order(_ order: [Order]) -> String {
    order.map { Formula($0.value).line + ($0.descending ? " descending" : "") }
      .joined(separator: ", ")
  }

  /// `team = line.team_abbr and …`
  static func match(_ matches: [Match]) -> String {
    matches.map { "\(Formula($0.row).line) = \(Formula($0.entity).line)" }
      .joined(separator: " and ")
  }
}
