import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// The rows of a lookup reduced to one per question, so that no join can fan out.
  ///
  /// A lookup that must find at most one row also counts the rows it found: the count is how a day is
  /// failed whose data breaks the promise.
  func addLookup(_ lookup: LookupPlan) throws(RenderError) {
    let entity = (lookup.condition?.leaves ?? []).filter { leaf in
      switch leaf {
      case .column(let reference): reference.rows != lookup.rows.alias
      case .asOfDay: false
      case .seasonOpening, .feature, .aggregate, .measured, .league, .coverage, .previous: true
      }
    }
    if !entity.isEmpty {
      try addConditional(lookup, asking: entity)
      return
    }
    switch lookup.timing {
    case .sameDay, .timeless: try addSimple(lookup)
    case .before(let age):
      if lookup.isNewestFirst {
        try addNewestBefore(lookup, maximumAge: age)
      } else {
        try addBefore(lookup, maximumAge: age)
      }
    }
  }

  /// `PARTITION BY "game_date", "player_lookup"`: of the rows of a day, or of all.
  private func addSimple(_ lookup: LookupPlan) throws(RenderError) {
    let alias = lookup.rows.alias
    let isDaily = lookup.timing == .sameDay
    let day = isDaily ? try dayName(lookup.rows) : nil
    let shape = RowsShape(
      rows: lookup.rows, types: types, columns: needs.columns(of: alias),
      days: isDaily ? .slab : .always)
    var select: Select
    let name: String
    var leaves = Leaves.row(of: alias)
    if let simple = try shape.simple() {
      select = simple
      name = alias
      leaves = .stored(of: alias, types)
    } else {
      try addRows(lookup.rows, days: isDaily ? .slab : .always)
      name = names.take("\(alias)_found")
      select = Select(
        needs.columns(of: alias).map { .column($0) }, from: .common(alias))
    }
    let rows = ExpressionShape(
      types: types,
      leaves: leaves.or(Leaves { leaf in leaf == .asOfDay ? day.map { .column($0) } : nil }))
    if let condition = lookup.condition {
      let more = try rows.shape(condition).sql
      select.filter = .every([select.filter, more].compactMap { $0 })
    }
    let keys = try addKeys(lookup, rows, to: &select, besides: needs.columns(of: alias))
    let partition = (day.map { [SQLExpression.column($0)] } ?? []) + keys.map(\.row)
    try reduce(&select, lookup, rows, partition)
    add(CommonTable(name, select))
    attach(lookup, table: name, asOf: day, keys: keys.map(\.key))
  }

  /// One row per key and day with the day of the next: as-of days from the one after it up to and
  /// including `until` find it, whatever their number.
  private func addNewestBefore(_ lookup: LookupPlan, maximumAge: Int) throws(RenderError) {
    let alias = lookup.rows.alias
    let day = try dayName(lookup.rows)
    let reach = Reach(of: [Window(.days(maximumAge), withinSeason: false)])
    let range = DayRange.before(reach, firstOpening: firstOpening)
    let rows = ExpressionShape(types: types, leaves: .row(of: alias))
    try addRows(lookup.rows, days: range)
    let shown = needs.columns(of: alias)
    var select = Select(shown.map { .column($0) }, from: .common(alias))
    if let condition = lookup.condition { select.filter = try rows.shape(condition).sql }
    let keys = try addKeys(lookup, rows, to: &select, besides: shown + [helper.until])
    let partition = keys.map(\.row)
    let dayColumn = SQLExpression.column(day)
    try reduce(&select, lookup, rows, partition + [dayColumn])
    let daily = names.take("\(alias)_daily")
    add(CommonTable(daily, select))
    let next = WindowCall(
      .lead(dayColumn, by: 1, otherwise: Numbering.never),
      partitionBy: keys.map { .column($0.key.column) }, orderBy: [OrderTerm(dayColumn)])
    let name = names.take("\(alias)_found")
    add(
      CommonTable(
        name, note: "Seen from the days after its own up to that of the next.",
        Select(
          [SelectColumn(.everything()), SelectColumn(.window(next), as: helper.until)],
          from: .common(daily))))
    attach(
      lookup, table: name, asOf: nil, keys: keys.map(\.key),
      span: Attachment.Span(day: day, until: helper.until, maximumAge: maximumAge))
  }

  /// The rows before each as-of day: `day < as_of AND day >= as_of - 7`.
  private func addBefore(_ lookup: LookupPlan, maximumAge: Int) throws(RenderError) {
    let alias = lookup.rows.alias
    let day = SQLExpression.column(try dayName(lookup.rows), of: alias)
    let reach = Reach(of: [Window(.days(maximumAge), withinSeason: false)])
    try addRows(lookup.rows, days: .before(reach, firstOpening: firstOpening))
    let asOf = SQLExpression.column(AsOfDays.Name.asOf, of: daysName)
    let leaves = Leaves.row(of: alias, table: alias).or(
      Leaves { leaf in leaf == .asOfDay ? asOf : nil })
    let rows = ExpressionShape(types: types, leaves: leaves)
    var conditions =
      [.infix(.less, day, asOf)] + reach.conditions(on: day, asOf: asOf, opening: .null)
    if let condition = lookup.condition { conditions.append(try rows.shape(condition).sql) }
    let shown = needs.columns(of: alias)
    var select = Select(
      [SelectColumn(asOf, as: helper.asOf)] + shown.map { .column($0, of: alias) },
      from: .common(daysName),
      joins: [Join(.inner, .common(alias), on: .every(conditions))])
    let keys = try addKeys(lookup, rows, to: &select, besides: shown + [helper.asOf])
    try reduce(&select, lookup, rows, [asOf] + keys.map(\.row))
    let name = names.take("\(alias)_found")
    add(CommonTable(name, select))
    attach(lookup, table: name, asOf: helper.asOf, keys: keys.map(\.key))
  }

  /// A condition that compares the row with the population: each distinct question is asked once.
  private func addConditional(
    _ lookup: LookupPlan, asking entity: [Leaf]
  ) throws(RenderError) {
    let alias = lookup.rows.alias
    let askedName = names.take("\(alias)_asked")
    let scope = EntityScope(self)
    var columns = Names([helper.asOf, helper.matches] + needs.columns(of: alias))
    var asked = [SelectColumn(.column(helper.asOf, of: populationName), as: helper.asOf)]
    var keys: [Attachment.Key] = []
    var places: [Leaf: SQLExpression] = [
      .asOfDay: .column(helper.asOf, of: askedName)
    ]
    func ask(_ expression: Expression) throws(RenderError) -> Shaped {
      let value = try scope.expressions.shape(expression)
      let name = columns.take("asked_\(expression.shortName)")
      asked.append(SelectColumn(value.sql, as: name))
      keys.append(
        .init(column: name, kind: value.kind, entity: expression, isNullSafe: !isKnown(expression)))
      return Shaped(.column(name, of: askedName), value.kind)
    }
    var sides: [Shaped] = []
    for match in lookup.match { sides.append(try ask(match.entity)) }
    for leaf in entity {
      if let index = lookup.match.firstIndex(where: { $0.entity == leaf.expression }) {
        places[leaf] = sides[index].sql
      } else {
        places[leaf] = try ask(leaf.expression).sql
      }
    }
    add(
      CommonTable(
        askedName,
        Select(distinct: true, asked, from: scope.population, joins: try scope.joins())))

    let rows = ExpressionShape(
      types: types,
      leaves: Leaves.row(of: alias, table: alias).or(Leaves { [places] in places[$0] }))
    let asOf = SQLExpression.column(helper.asOf, of: askedName)
    var conditions: [SQLExpression] = []
    switch lookup.timing {
    case .sameDay:
      try addRows(lookup.rows, days: .slab)
      conditions.append(.equal(.column(try dayName(lookup.rows), of: alias), asOf))
    case .before(let age):
      let reach = Reach(of: [Window(.days(age), withinSeason: false)])
      try addRows(lookup.rows, days: .before(reach, firstOpening: firstOpening))
      let day = SQLExpression.column(try dayName(lookup.rows), of: alias)
      conditions.append(.infix(.less, day, asOf))
      conditions += reach.conditions(on: day, asOf: asOf, opening: .null)
    case .timeless: try addRows(lookup.rows, days: .always)
    }
    for (match, side) in zip(lookup.match, sides) {
      conditions.append(rows.comparison(.equal, try rows.shape(match.row), side))
    }
    if let condition = lookup.condition { conditions.append(try rows.shape(condition).sql) }
    var select = Select(
      asked.compactMap(\.name).map { .column($0, of: askedName) }
        + needs.columns(of: alias).map { .column($0, of: alias) },
      from: .common(askedName),
      joins: [Join(.inner, .common(alias), on: .every(conditions))])
    try reduce(
      &select, lookup, rows, asked.compactMap(\.name).map { .column($0, of: askedName) })
    let name = names.take("\(alias)_found")
    add(CommonTable(name, select))
    attach(lookup, table: name, asOf: helper.asOf, keys: keys)
  }

  // MARK: Parts

  private func dayName(_ rows: RowsPlan) throws(RenderError) -> String {
    if let day = rows.day { return day }
    throw RenderError(.brokenPlan, "the rows have no day to look at", in: rows.alias)
  }

  /// The columns that the entity's side is compared with; a computed one is added to the query.
  private func addKeys(
    _ lookup: LookupPlan, _ rows: ExpressionShape, to select: inout Select,
    besides taken: [String]
  ) throws(RenderError) -> [(row: SQLExpression, key: Attachment.Key)] {
    var columns = Names(taken + [helper.matches])
    var keys: [(row: SQLExpression, key: Attachment.Key)] = []
    for match in lookup.match {
      let row = try rows.shape(match.row)
      let name: String
      if case .column(_, let plain) = match.row {
        name = plain
      } else {
        name = columns.take("\(lookup.rows.alias)_key")
        select.columns.append(SelectColumn(row.sql, as: name))
      }
      keys.append(
        (
          row.sql, .init(column: name, kind: row.kind, entity: match.entity, isNullSafe: false)
        ))
    }
    return keys
  }

  /// One row per partition: the first in the declared order; where there must be one only, any row,
  /// and how many there were.
  private func reduce(
    _ select: inout Select, _ lookup: LookupPlan, _ rows: ExpressionShape,
    _ partition: [SQLExpression]
  ) throws(RenderError) {
    switch lookup.cardinality {
    case .first(let declared):
      let order = try rows.terms(declared).filter { !partition.contains($0.value) }
      let number = WindowCall(.rowNumber, partitionBy: partition, orderBy: order)
      select.qualify = .equal(.window(number), .integer(1))
    case .one, .atMostOne:
      select.columns = select.columns.map { column in
        if partition.contains(column.value) { return column }
        let any = AggregateCall(.anyValue, [column.value])
        return SelectColumn(.aggregate(any), as: column.name)
      }
      select.columns.append(SelectColumn(.countOfRows, as: helper.matches))
      select.groupBy = partition
    }
  }

  private func attach(
    _ lookup: LookupPlan, table: String, asOf: String?, keys: [Attachment.Key],
    span: Attachment.Span? = nil
  ) {
    let alias = lookup.rows.alias
    var leaves: [Leaf: SQLExpression] = [:]
    for column in needs.columns(of: alias) {
      leaves[.column(ColumnReference(rows: alias, name: column))] = .column(column, of: table)
    }
    var attachment = Attachment(table: table, asOf: asOf, keys: keys, leaves: leaves)
    attachment.span = span
    switch lookup.cardinality {
    case .one, .atMostOne: attachment.matches = (alias, helper.matches)
    case .first: break
    }
    attach(attachment)
  }
}

extension LookupPlan {
  /// Whether the first row is one of the newest day.
  fileprivate var isNewestFirst: Bool {
    guard case .first(let order) = cardinality, let first = order.first, let day = rows.day,
      first.value == .column(rows: rows.alias, name: day)
    else { return false }
    // A row's condition may not look at D: the row is prepared once for all days.
    return first.descending && !(condition?.leaves.contains(.asOfDay) ?? false)
  }
}

extension Expression {
  /// A word for a helper column: the column's own name where it is one.
  var shortName: String {
    switch self {
    case .column(_, let name), .feature(let name): name
    case .asOfDay: "as_of"
    case .seasonOpening: "season_opening"
    default: "value"
    }
  }
}
