extension RowsDeclaration {
  /// Gives the rows a name of their own in expressions: see `reading`.
  mutating func mark(with text: String) {
    reading = "\(alias)#\(Fingerprint.of([reading, text]))"
  }

  /// The alias in a name that expressions have for rows.
  public static func alias(ofReading reading: String) -> String {
    reading.firstIndex(of: "#").map { String(reading[..<$0]) } ?? reading
  }
}

extension Expression {
  /// The expression with rows named by their aliases alone.
  public var namingRowsByAlias: Expression {
    func alias(_ reading: String) -> String { RowsDeclaration.alias(ofReading: reading) }
    func plain(_ it: Aggregation) -> Aggregation {
      Aggregation(
        it.function, rows: alias(it.rows), argument: it.argument?.namingRowsByAlias,
        filter: it.filter?.namingRowsByAlias, window: it.window)
    }
    return mapped { node in
      switch node {
      case .column(let rows, let name):
        .column(rows: alias(rows), name: name)
      case .aggregate(let it):
        .aggregate(plain(it))
      case .measured(let it, let limit):
        .measured(plain(it), against: limit)
      case .league(let it):
        .league(
          LeagueAverage(
            rows: alias(it.rows), value: it.value.namingRowsByAlias,
            qualifying: it.qualifying.namingRowsByAlias, atLeast: it.atLeast,
            fallback: it.fallback))
      default: node
      }
    }
  }
}

extension Declaration {
  /// The sentence with rows named by their aliases alone: what is lowered.
  public var namingRowsByAlias: Declaration { Declaration(content.plain, place) }
}

extension Declaration.Content {
  fileprivate var plain: Declaration.Content {
    switch self {
    case .population(let population, let days): .population(population.plain, days)
    case .history(let rows, let matches): .history(rows.plain, matches.map(\.plain))
    case .summary(let rows, let matches): .summary(rows.plain, matches.map(\.plain))
    case .lookup(let lookup): .lookup(lookup.plain)
    case .feature(let feature): .feature(feature.plain)
    case .completeness(let completeness): .completeness(completeness.plain)
    case .failure(let failure): .failure(failure.plain)
    case .contract(let name, let holds): .contract(name: name, holds: holds.namingRowsByAlias)
    case .write(let write): .write(write.plain)
    case .sourceTracking, .dependency, .breaker, .processorBreaker, .rowHash, .createdAt,
      .writtenAt:
      self
    }
  }
}

extension CalendarDeclaration {
  /// The calendar with rows named by their aliases alone.
  public var namingRowsByAlias: CalendarDeclaration {
    CalendarDeclaration(
      rows: rows.plain, season: season.namingRowsByAlias, scheduled: scheduled.namingRowsByAlias,
      played: played.namingRowsByAlias, place: place)
  }
}

extension RowsDeclaration {
  fileprivate var plain: RowsDeclaration {
    RowsDeclaration(
      alias: alias, reading: alias, source: source.plain, filter: filter?.namingRowsByAlias,
      keep: keep.map {
        KeepDeclaration(
          per: $0.per.map(\.namingRowsByAlias), order: $0.order.map(\.plain))
      }, shape: shape, place: place, everyRowBecause: everyRowBecause)
  }
}

extension SourceDeclaration {
  fileprivate var plain: SourceDeclaration {
    guard case .stack(let parts, let rule) = self else { return self }
    return .stack(
      parts.map {
        PartDeclaration(
          rows: $0.rows.plain,
          pair: $0.pair.map {
            PairDeclaration(
              asking: $0.asking.plain, timing: $0.timing, matches: $0.matches.map(\.plain))
          }, mapping: $0.mapping.mapValues(\.namingRowsByAlias), place: $0.place)
      }, rule)
  }
}

extension PopulationDeclaration {
  fileprivate var plain: PopulationDeclaration {
    switch self {
    case .rows(let rows): .rows(rows.plain)
    case .entities(let rows, let keys, let window): .entities(rows.plain, by: keys, window)
    }
  }
}

extension MatchDeclaration {
  fileprivate var plain: MatchDeclaration {
    MatchDeclaration(row.namingRowsByAlias, Aggregate(entity.namingRowsByAlias))
  }
}

extension SortTerm {
  fileprivate var plain: SortTerm {
    SortTerm(expression: expression.namingRowsByAlias, descending: descending)
  }
}

extension LookupDeclaration {
  fileprivate var plain: LookupDeclaration {
    let cardinality: LookupCardinality =
      if case .first(let order) = cardinality { .first(order.map(\.plain)) } else { cardinality }
    return LookupDeclaration(
      rows: rows.plain, cardinality: cardinality, timing: timing, matches: matches.map(\.plain),
      condition: condition?.namingRowsByAlias, place: place)
  }
}

extension FeatureDeclaration {
  fileprivate var plain: FeatureDeclaration {
    FeatureDeclaration(
      name: name, column: column, type: type, unit: unit,
      expression: expression.namingRowsByAlias, mixingBecause: mixingBecause,
      defaultBecause: defaultBecause, unknownBecause: unknownBecause, vector: vector,
      kernel: kernel?.plain)
  }
}

extension KernelUse {
  fileprivate var plain: KernelUse {
    var copy = self
    for index in given.indices {
      copy.given[index].expression = given[index].expression.namingRowsByAlias
    }
    return copy
  }
}

extension FailureDeclaration {
  fileprivate var plain: FailureDeclaration {
    FailureDeclaration(
      category: category, when: when.namingRowsByAlias, reason: reason.namingRowsByAlias,
      canRetry: canRetry, expected: expected?.namingRowsByAlias,
      actual: actual?.namingRowsByAlias)
  }
}

extension CompletenessDeclaration {
  fileprivate var plain: CompletenessDeclaration {
    CompletenessDeclaration(
      actual: actual.plain, expected: expected.plain, matches: matches.map(\.plain),
      following: following, excused: excused?.plain, excusedMatches: excusedMatches.map(\.plain),
      windows: windows)
  }
}

extension WriteDeclaration {
  fileprivate var plain: WriteDeclaration {
    WriteDeclaration(
      hashing: hashing, tieBreak: tieBreak.map(\.plain), duplicateTolerance: duplicateTolerance)
  }
}
