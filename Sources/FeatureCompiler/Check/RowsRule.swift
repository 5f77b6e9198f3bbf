import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// "First" or "newest" of rows that have no key: a tie would stay open.
  public static let untotalOrder = Finding.Code("untotal-order")
  /// A stack inside a stack, or one without parts.
  public static let nestedStack = Finding.Code("nested-stack")
  /// Rows that are dated, read as if they were not: the future would be among them.
  public static let undatedReading = Finding.Code("undated-reading")
  /// A lookup reaches back no day.
  public static let lookupWithoutReach = Finding.Code("lookup-without-reach")
}

extension Rule {
  /// Rows have what the way they are read needs: a day, an order, parts.
  static let rows = Rule { outline in
    outline.processors.flatMap { processor in
      processor.readings.flatMap { dayFindings($0) + orderFindings($0) + sourceFindings($0.rows) }
    } + sourceFindings(outline.calendar.rows) + calendarDay(outline.calendar)
  }

  private static func calendarDay(_ calendar: CalendarDeclaration) -> [Finding] {
    guard calendar.rows.shape.identity.day == nil else { return [] }
    return [
      Finding(
        .missingDay, "the calendar's rows '\(calendar.rows.alias)' have no day",
        at: calendar.place, help: "name the date column in the table's identity")
    ]
  }

  private static func dayFindings(_ reading: ReadRows) -> [Finding] {
    let hasDay = reading.rows.shape.identity.day != nil
    func missing(_ help: String) -> [Finding] {
      [
        Finding(
          .missingDay, "rows '\(reading.alias)' have no day, but are read by it",
          at: reading.place, help: help)
      ]
    }
    let help = "name the date column in the identity of '\(reading.rows.shape.typeName)'"
    guard case .lookup(let lookup) = reading.reading else { return hasDay ? [] : missing(help) }
    switch lookup.timing {
    case .timeless where hasDay:
      return [
        Finding(
          .undatedReading,
          "rows '\(reading.alias)' have a day, but are read as if they had none",
          at: lookup.place,
          help: "say timing: .on, or .before(maximumAge:), so that no later row is seen")
      ]
    case .before(let days) where days <= 0:
      return [
        Finding(
          .lookupWithoutReach, "lookup '\(reading.alias)' takes rows at most \(days) days old",
          at: lookup.place, help: "a row before the day is at least one day old")
      ]
    case .on where !hasDay, .before where !hasDay:
      return missing("say timing: .timeless, or \(help)")
    default:
      return []
    }
  }

  private static func orderFindings(_ reading: ReadRows) -> [Finding] {
    let isOrdered: Bool =
      switch reading.reading {
      case .history: true
      case .lookup(let lookup): if case .first = lookup.cardinality { true } else { false }
      case .population, .entities, .summary, .expected, .excused: false
      }
    return isOrdered ? untotal(reading.rows, at: reading.place) : []
  }

  private static func sourceFindings(_ rows: RowsDeclaration) -> [Finding] {
    var found = rows.keep == nil ? [] : untotal(rows, at: rows.place)
    guard case .stack(let parts, let rule) = rows.source else { return found }
    if parts.isEmpty {
      found.append(
        Finding(
          .nestedStack, "stack '\(rows.alias)' has no part", at: rows.place,
          help: "add Part(Rows(…)) for each table"))
    }
    if case .firstPart = rule { found += untotal(rows, at: rows.place) }
    for part in parts {
      found += part.rows.keep == nil ? [] : untotal(part.rows, at: part.place)
      if let asking = part.pair?.asking { found += sourceFindings(asking) }
      if case .stack = part.rows.source {
        found.append(
          Finding(
            .nestedStack, "part '\(part.rows.alias)' of stack '\(rows.alias)' is a stack itself",
            at: part.place, help: "list its tables as parts of '\(rows.alias)'"))
      }
    }
    return found
  }

  private static func untotal(_ rows: RowsDeclaration, at place: Place) -> [Finding] {
    guard rows.shape.identity.key.isEmpty else { return [] }
    return [
      Finding(
        .untotalOrder, "rows '\(rows.alias)' have no key, so that ties in their order stay open",
        at: place,
        help: "name the columns that identify a row in the identity of '\(rows.shape.typeName)'")
    ]
  }
}
