import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A pair of rows that is not dated by the row that asks: the later of the two would be seen too early.
  public static let pairDay = Finding.Code("pair-day")
}

extension Rule {
  /// Rows found for other rows: both have a day, the pair has that of the row that asks, and the columns
  /// matched can be equal.
  static let pairs = Rule.ofEachProcessor { processor in
    let scope = TypeScope(processor)
    return processor.readings.flatMap { findings($0.rows, scope) }
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
