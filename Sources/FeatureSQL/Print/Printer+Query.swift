import FeatureAlgebra

extension Printer {
  /// `WITH … SELECT … ORDER BY …`
  mutating func layout(_ query: Query) throws(RenderError) -> Layout {
    var parts: [Layout] = []
    if !query.with.isEmpty {
      var tables: [Layout] = []
      for table in query.with { tables.append(try layout(table)) }
      parts += [
        .text("WITH"),
        .nested(.sequence([.hardLine, .joined(tables, by: [.text(","), .hardLine])])), .hardLine,
      ]
    }
    switch query.body {
    case .select(let select): parts.append(try layout(select))
    case .unionAll(let queries):
      var branches: [Layout] = []
      for branch in queries { branches.append(try layout(branch)) }
      parts.append(.joined(branches, by: [.hardLine, .text("UNION ALL"), .hardLine]))
    }
    if !query.orderBy.isEmpty {
      parts += [.hardLine, clause("ORDER BY", try layouts(query.orderBy))]
    }
    return .sequence(parts)
  }

  /// `SELECT MIN("day") FROM "days"`, which may stand on one line; nil for anything larger.
  mutating func small(_ query: Query) throws(RenderError) -> Layout? {
    guard query.with.isEmpty, query.orderBy.isEmpty, case .select(let select) = query.body,
      select.columns.count == 1, select.joins.isEmpty, select.filter == nil,
      select.groupBy.isEmpty, select.having == nil, select.qualify == nil, let from = select.from
    else { return nil }
    return .sequence([
      .text(select.isDistinct ? "SELECT DISTINCT " : "SELECT "), try layout(select.columns[0]),
      .line, .text("FROM "), try layout(from),
    ])
  }

  /// `-- Note.`, then `"games" AS (…)`.
  private mutating func layout(_ table: CommonTable) throws(RenderError) -> Layout {
    var parts: [Layout] = []
    if let note = table.note { parts += [comment(note), .hardLine] }
    parts.append(bracketed("\(quoted(table.name)) AS (", try layout(table.query), ")"))
    return .sequence(parts)
  }

  /// `-- One line`: a line break inside would end the comment, so none gets through.
  func comment(_ text: String) -> Layout {
    .text("-- " + String(text.map { $0.isNewline ? " " : $0 }))
  }

  private mutating func layout(_ select: Select) throws(RenderError) -> Layout {
    if let qualify = select.qualify, !dialect.hasQualify {
      return try layout(try Printer.unqualified(select, qualify))
    }
    var columns: [Layout] = []
    for column in select.columns { columns.append(try layout(column)) }
    var parts: [Layout] = [
      .text(select.isDistinct ? "SELECT DISTINCT" : "SELECT"),
      .nested(.sequence([.hardLine, .joined(columns, by: [.text(","), .hardLine])])),
    ]
    if let from = select.from { parts += [.hardLine, .text("FROM "), try layout(from)] }
    for join in select.joins { parts += [.hardLine, try layout(join)] }
    if let filter = select.filter { parts += [.hardLine, try condition("WHERE", filter)] }
    if !select.groupBy.isEmpty {
      parts += [.hardLine, clause("GROUP BY", try layouts(select.groupBy))]
    }
    if let having = select.having { parts += [.hardLine, try condition("HAVING", having)] }
    if let qualify = select.qualify { parts += [.hardLine, try condition("QUALIFY", qualify)] }
    return .sequence(parts)
  }

  /// `"points"`, or `SUM("points") AS "points"`.
  private mutating func layout(_ column: SelectColumn) throws(RenderError) -> Layout {
    var value = try layout(column.value)
    switch column.value {
    case .all, .any: value = .nested(value)
    default: break
    }
    guard let name = column.name else { return value }
    if case .column(name, _) = column.value { return value }
    return .sequence([value, .text(" AS \(quoted(name))")])
  }

  mutating func layout(_ relation: Relation) throws(RenderError) -> Layout {
    func named(_ name: String, _ alias: String?, _ plain: String) -> Layout {
      guard let alias, alias != plain else { return .text(name) }
      return .text("\(name) AS \(quoted(alias))")
    }
    switch relation {
    case .table(let table, let alias): return named(quoted(table), alias, table.table)
    case .common(let name, let alias): return named(quoted(name), alias, name)
    case .query(let query, let alias):
      return bracketed("(", try layout(query), ") AS \(quoted(alias))")
    case .elements(let list, let alias, let column):
      return .sequence([
        .bracketed("UNNEST(", [try layout(list)], ")"),
        .text(" AS \(quoted(alias))(\(quoted(column)))"),
      ])
    case .values(let rows, let alias, let columns):
      var lines: [Layout] = []
      for row in rows {
        lines.append(
          .sequence([.text("("), .joined(try layouts(row), by: [.text(", ")]), .text(")")]))
      }
      let names = columns.map { quoted($0) }.joined(separator: ", ")
      return bracketed(
        "(VALUES", .joined(lines, by: [.text(","), .hardLine]), ") AS \(quoted(alias))(\(names))")
    }
  }

  private mutating func layout(_ join: Join) throws(RenderError) -> Layout {
    let head = Layout.sequence([.text(join.kind.rawValue + " "), try layout(join.relation)])
    guard let on = join.on else { return head }
    return .group(.sequence([head, .nested(.sequence([.line, try condition("ON", on)]))]))
  }

  /// `WHERE a AND b`, or one condition per line.
  mutating func condition(
    _ word: String, _ condition: SQLExpression
  ) throws(RenderError) -> Layout {
    guard case .all(let xs) = condition, xs.count > 1 else {
      return .sequence([.text(word + " "), try layout(condition)])
    }
    var parts: [Layout] = []
    for x in xs { parts.append(try layout(x, atLeast: Precedence.and.next)) }
    let indented = Layout.joined(parts, by: [.line, .text("AND ")])
    return .group(.sequence([.text(word + " "), word == "ON" ? indented : .nested(indented)]))
  }

  /// `GROUP BY "a", "b"`, or one term per line.
  func clause(_ word: String, _ items: [Layout]) -> Layout {
    .group(
      .sequence([
        .text(word), .nested(.sequence([.line, .joined(items, by: [.text(","), .line])])),
      ]))
  }

  /// The same rows without `QUALIFY`: the condition becomes a column of a subquery and is asked outside.
  private static func unqualified(
    _ select: Select, _ qualify: SQLExpression
  ) throws(RenderError) -> Select {
    let names = select.columns.compactMap(\.name)
    guard names.count == select.columns.count else {
      throw RenderError(.brokenPlan, "a column beside QUALIFY has no name")
    }
    var flag = "is_kept"
    while names.contains(flag) { flag += "_" }
    var inner = select
    inner.qualify = nil
    inner.columns.append(SelectColumn(qualify, as: flag))
    return Select(
      names.map { .column($0) }, from: .query(Query(inner), alias: "numbered"),
      where: .column(flag))
  }
}
