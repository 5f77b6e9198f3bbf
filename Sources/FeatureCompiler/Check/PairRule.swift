import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A pair of rows that is not dated by the row that asks: the later of the two would be seen too early.
  public static let pairDay = Finding.Code("pair-day")
  /// Rows of days after D that are read by more than what is announced of them, or not for D itself.
  public static let laterRows = Finding.Code("later-rows")
}

extension Rule {
  /// Rows found for other rows: both have a day, the pair has that of the row that asks, and the columns
  /// matched can be equal.
  static let pairs = Rule.ofEachProcessor { processor in
    let scope = TypeScope(processor)
    return processor.readings.flatMap { reading in
      findings(reading.rows, scope) + later(reading)
    }
  }

  /// Of rows after the day only announced columns, and those only for the day itself. What rows are kept by
  /// may be known later: which row of a key counts is the same on every day.
  private static func later(_ reading: ReadRows) -> [Finding] {
    reading.rows.partsAhead.flatMap { part, stack -> [Finding] in
      let columns = part.rows.shape.columns
      let kept = Set((part.rows.keep?.order ?? []).map(\.expression))
      let unknown = part.columnsRead(of: stack).filter { name in
        !kept.contains(part.rows.reference(name))
          && columns.contains { $0.name == name && !$0.isAnnounced }
      }
      var found = unknown.map { name in
        Finding(
          .laterRows,
          "part '\(part.rows.alias)' reads '\(name)' of rows after the day, which is not announced "
            + "before it", at: part.place,
          help:
            "say .announced where '\(part.rows.shape.typeName)' declares it, if it is known that "
            + "early, or leave it out")
      }
      if !reading.isOfTheDay {
        found.append(
          Finding(
            .laterRows,
            "part '\(part.rows.alias)' finds rows after those of '\(reading.alias)', which lie "
              + "before the day", at: reading.place,
            help: "read them of the day itself: Reads(rows, .on), or a lookup on the day"))
      }
      return found
    }
  }

  private static func findings(_ rows: RowsDeclaration, _ scope: TypeScope) -> [Finding] {
    guard case .stack(let parts, _) = rows.source else { return [] }
    return parts.flatMap { part -> [Finding] in
      guard let pair = part.pair else { return [] }
      return days(part, pair, in: rows) + matches(part, pair, scope) + findings(pair.asking, scope)
    }
  }

  private static func days(
    _ part: PartDeclaration, _ pair: PairDeclaration, in stack: RowsDeclaration
  ) -> [Finding] {
    let undated = [part.rows, pair.asking].filter { $0.shape.identity.day == nil }
    var found = undated.map { rows in
      Finding(
        .missingDay, "rows '\(rows.alias)' have no day, but are paired by it", at: part.place,
        help: "name the date column in the identity of '\(rows.shape.typeName)'")
    }
    if let age = pair.timing.maximumAge, age <= 0 {
      found.append(
        Finding(
          .lookupWithoutReach, "part '\(part.rows.alias)' takes rows at most \(age) days old",
          at: part.place, help: "a row before the day is at least one day old"))
    }
    if case .after(let days) = pair.timing, days <= 0 {
      found.append(
        Finding(
          .lookupWithoutReach, "part '\(part.rows.alias)' takes rows at most \(days) days ahead",
          at: part.place, help: "a row after the day is at least one day ahead"))
    }
    if let day = stack.shape.identity.day, let asked = pair.asking.shape.identity.day,
      part.mapping[day.name] != pair.asking.reference(asked.name)
    {
      found.append(
        Finding(
          .pairDay,
          "part '\(part.rows.alias)' is found for rows of '\(pair.asking.alias)', but is not dated "
            + "by them", at: part.place,
          help: "take the mapping of '\(day.name)' out: it is '\(pair.asking.alias).\(asked.name)'")
      )
    }
    return found
  }

  private static func matches(
    _ part: PartDeclaration, _ pair: PairDeclaration, _ scope: TypeScope
  ) -> [Finding] {
    pair.matches.compactMap { match in
      guard let own = try? scope.rules.type(of: match.row),
        let asking = try? scope.rules.type(of: match.entity), !own.isMatchable(with: asking)
      else { return nil }
      return Finding(
        .typeMismatch, "the match of part '\(part.rows.alias)' compares \(own) with \(asking)",
        at: part.place, help: "match columns that hold the same")
    }
  }
}

extension RowsDeclaration {
  /// The parts that find rows of later days, each with the shape of its stack; also those of rows that ask.
  fileprivate var partsAhead: [(part: PartDeclaration, stack: ShapeDeclaration)] {
    guard case .stack(let parts, _) = source else { return [] }
    return parts.flatMap { part -> [(PartDeclaration, ShapeDeclaration)] in
      guard let pair = part.pair else { return [] }
      guard case .after = pair.timing else { return pair.asking.partsAhead }
      return [(part, shape)] + pair.asking.partsAhead
    }
  }
}
