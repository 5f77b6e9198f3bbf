import FeatureAlgebra
import FeatureSpec

extension ProcessorOutline {
  /// Every expression of the body, outermost sites only: entity level first, then those of the rows.
  var sites: [ExpressionSite] { entitySites + readings.flatMap(rowSites) }

  /// The expressions that have one value per entity: features, failures, contracts, matches, conditions.
  var entitySites: [ExpressionSite] {
    var found = features.map { feature in
      ExpressionSite(
        expression: feature.value.expression, level: .entity,
        purpose: .feature(feature.value.name), subject: feature.value.subject,
        place: feature.place)
    }
    for failure in failures { found += Self.sites(failure) }
    found += contracts.map { contract in
      ExpressionSite(
        expression: contract.value.holds, level: .entity, purpose: .contract,
        subject: "contract '\(contract.value.name)'", place: contract.place)
    }
    for reading in readings { found += Self.matchSites(reading) }
    return found
  }

  private static func sites(_ failure: Placed<FailureDeclaration>) -> [ExpressionSite] {
    let value = failure.value
    func site(
      _ expression: Expression, _ purpose: ExpressionSite.Purpose, _ part: String
    ) -> ExpressionSite {
      ExpressionSite(
        expression: expression, level: .entity, purpose: purpose,
        subject: "the \(part) of failure \(value.category.rawValue)", place: failure.place)
    }
    return [
      site(value.when, .failureCondition, "condition"),
      site(value.reason, .failureReason, "reason"),
    ] + [value.expected, value.actual].compactMap { $0 }.map { site($0, .failureCount, "count") }
  }

  private static func matchSites(_ reading: ReadRows) -> [ExpressionSite] {
    func site(
      _ expression: Expression, _ level: ExpressionSite.Level, _ purpose: ExpressionSite.Purpose
    ) -> ExpressionSite {
      ExpressionSite(
        expression: expression, level: level, purpose: purpose,
        subject: "the match of '\(reading.alias)'", place: reading.place)
    }
    var found = reading.matches.map { site($0.entity, .entity, .matchEntity) }
    if case .lookup(let lookup) = reading.reading, let condition = lookup.condition {
      found.append(site(condition, .mixed(reading.alias), .condition))
    }
    return found
  }

  private func rowSites(_ reading: ReadRows) -> [ExpressionSite] {
    reading.rows.sites
      + reading.matches.map { match in
        ExpressionSite(
          expression: match.row, level: .row(reading.alias), purpose: .matchRow,
          subject: "the match of '\(reading.alias)'", place: reading.place)
      } + reading.orderSites
  }
}

extension ReadRows {
  /// How rows are found; none for the population.
  var matches: [MatchDeclaration] {
    switch reading {
    case .population, .entities: []
    case .history(let matches), .summary(let matches), .expected(let matches),
      .excused(let matches):
      matches
    case .lookup(let lookup): lookup.matches
    }
  }

  fileprivate var orderSites: [ExpressionSite] {
    guard case .lookup(let lookup) = reading, case .first(let order) = lookup.cardinality else {
      return []
    }
    return order.map { rows.site($0.expression, .order, "the order of") }
  }
}

extension RowsDeclaration {
  /// Filter, reduction and mapping of the rows and of their parts.
  var sites: [ExpressionSite] {
    var found: [ExpressionSite] = []
    if let filter { found.append(site(filter, .filter, "the condition of")) }
    if let keep {
      found += keep.per.map { site($0, .order, "the key kept of") }
      found += keep.order.map { site($0.expression, .order, "the order of") }
    }
    if case .stack(let parts, _) = source {
      for part in parts {
        found += part.rows.sites
        found += part.mapping.sorted { $0.key < $1.key }.map { name, value in
          ExpressionSite(
            expression: value, level: .row(part.rows.alias), purpose: .mapping,
            subject: "the mapping of '\(name)'", place: part.place)
        }
      }
    }
    return found
  }

  fileprivate func site(
    _ expression: Expression, _ purpose: ExpressionSite.Purpose, _ what: String
  ) -> ExpressionSite {
    ExpressionSite(
      expression: expression, level: .row(alias), purpose: purpose, subject: "\(what) '\(alias)'",
      place: place)
  }
}

extension FeatureDeclaration {
  /// `feature 'x'`, or `intermediate 'x'` where no column holds it.
  var subject: String { column == nil ? "intermediate '\(name)'" : "feature '\(name)'" }
}
