import FeatureAlgebra
import FeatureSpec

extension ProcessorOutline {
  func allEntitySites() -> [ExpressionSite] {
    var found = features.flatMap { feature -> [ExpressionSite] in
      if let kernel = feature.value.kernel { return Self.sites(kernel) }
      return [
        ExpressionSite(
          expression: feature.value.expression, level: .entity,
          purpose: .feature(feature.value.name), subject: feature.value.subject,
          place: feature.place)
      ]
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

  /// The inputs of a hand kernel, once for all its results.
  private static func sites(_ kernel: KernelUse) -> [ExpressionSite] {
    guard kernel.isFirst else { return [] }
    return kernel.given.map { input in
      ExpressionSite(
        expression: input.expression, level: .entity, purpose: .input(input.type, input.unit),
        subject: "input '\(input.name)' of kernel '\(kernel.name)'", place: input.place)
    }
  }

  private static func sites(_ failure: Placed<FailureDeclaration>) -> [ExpressionSite] {
    let value = failure.value
    func site(
      _ expression: Expression, _ purpose: ExpressionSite.Purpose, _ part: String
    ) -> ExpressionSite {
      ExpressionSite(
        expression: expression, level: .entity, purpose: purpose,
        subject: value.category == .excluded
          ? "the \(part) of Only" : "the \(part) of failure \(value.category.rawValue)",
        place: failure.place)
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

  /// The expressions over the rows themselves: filter, reduction, mapping, match, order.
  var rowSites: [ExpressionSite] {
    rows.sites
      + matches.map { match in
        ExpressionSite(
          expression: match.row, level: .row(alias), purpose: .matchRow,
          subject: "the match of '\(alias)'", place: place)
      } + orderSites
  }

  private var orderSites: [ExpressionSite] {
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
        found += part.everyRows.flatMap(\.sites) + part.matchSites
        found += shape.readable.map { column in
          ExpressionSite(
            expression: part.value(of: column),
            level: part.level, purpose: .mapping(column.type),
            subject: "column '\(column.name)' of the stack", place: part.place)
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
  /// `feature 'x'`, or `intermediate 'x'` where no column holds it; `element 'x'` of a vector.
  var subject: String {
    switch vector {
    case .whole: "vector '\(name)'"
    case .element(let element): "element '\(element)'"
    case .source(let element): "the source of element '\(element)'"
    case nil:
      if kernel != nil {
        "kernel result '\(name)'"
      } else {
        column == nil ? "intermediate '\(name)'" : "feature '\(name)'"
      }
    }
  }

  /// Whether it was declared by `Intermediate`.
  var isIntermediate: Bool { column == nil && vector == nil && kernel == nil }
}

extension PartDeclaration {
  /// The level of what is mapped to the stack's columns.
  fileprivate var level: ExpressionSite.Level {
    pair.map { .pair(rows.alias, $0.asking.alias) } ?? .row(rows.alias)
  }

  /// Both sides of the match of a pair.
  fileprivate var matchSites: [ExpressionSite] {
    guard let pair else { return [] }
    return pair.matches.flatMap { match in
      [(match.row, rows.alias), (match.entity, pair.asking.alias)].map { side, alias in
        ExpressionSite(
          expression: side, level: .row(alias), purpose: .matchRow,
          subject: "the match of part '\(rows.alias)'", place: place)
      }
    }
  }
}
