internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

/// Reads what a slab's kernels need: a constant number of statements, whatever the days.
struct Extraction {
  private let extract: Extract
  private let processor: ProcessorPlan
  private let steps: SlabSteps

  init(_ extract: Extract, _ processor: ProcessorPlan, _ steps: SlabSteps) {
    self.extract = extract
    self.processor = processor
    self.steps = steps
  }

  /// - Throws: `data` where a lookup finds more or fewer rows than declared.
  func input(for slab: Slab) throws(EngineError) -> KernelInput {
    var input = KernelInput(
      days: slab.days.compactMap { plan in
        plan.opening.map { AsOfDay(plan.day, seasonOpening: $0) }
      })
    if let population = extract.population {
      input.population = try self.population(population, slab)
    }
    for history in extract.histories {
      guard let plan = processor.histories.first(where: { $0.rows.alias == history.alias })
      else { continue }
      input.histories[history.alias] = try table(history.extract, plan.rows, plan.match, slab)
    }
    if let expected = extract.expected, let plan = processor.completeness {
      input.expected = try table(expected, plan.expected, plan.match, slab)
    }
    if let excused = extract.excused, let plan = processor.completeness, let rows = plan.excused {
      input.excused = try table(excused, rows, plan.excusedMatch, slab)
    }
    return input
  }

  private func read(
    _ extract: ExtractStatement, _ slab: Slab
  ) throws(EngineError) -> (columns: [FeatureKernels.Column], count: Int) {
    try doing("read \(extract.statement.name)") { () throws(DuckDBError) in
      try ResultReader.read(
        steps.query(extract.statement, slab.range), types: extract.columns.map(\.type))
    }
  }

  /// A table whose columns have the names of the rows' columns.
  private func table(
    _ extract: ExtractStatement, _ rows: RowsPlan, _ matches: [Match], _ slab: Slab
  ) throws(EngineError) -> Table {
    let (columns, count) = try read(extract, slab)
    var named: [(name: String, column: FeatureKernels.Column)] = []
    for (column, facts) in zip(columns, extract.columns) {
      let names = facts.references.compactMap { name(of: $0, rows, matches) }
      for name in names where !named.contains(where: { $0.name == name }) {
        named.append((name, column))
      }
    }
    do {
      return try Table(named, count: count)
    } catch {
      throw EngineError(.data, "\(extract.statement.name): \(error.message)")
    }
  }

  /// The rows' own column that an extracted column stands for.
  private func name(
    of reference: ExtractColumn.Reference, _ rows: RowsPlan, _ matches: [Match]
  ) -> String? {
    switch reference {
    case .column(let reference): return reference.name
    case .day: return rows.day
    case .matchKey(let index):
      if case .column(_, let name) = matches[index].row { return name }
      return nil
    case .asOf, .seasonOpening, .slot, .lookupMatches: return nil
    }
  }

  private func population(
    _ extract: ExtractStatement, _ slab: Slab
  ) throws(EngineError) -> PopulationTable {
    let (columns, _) = try read(extract, slab)
    var population = PopulationTable(asOf: [])
    for (column, facts) in zip(columns, extract.columns) {
      for reference in facts.references {
        switch reference {
        case .asOf: population.asOf = column.dayOrdinals ?? []
        case .column(let reference): population.columns[reference] = column
        case .slot(let name): population.summaries[name] = column
        case .seasonOpening, .matchKey, .day, .lookupMatches: break
        }
      }
    }
    for (column, facts) in zip(columns, extract.columns) {
      for case .lookupMatches(let alias) in facts.references { try check(column, of: alias) }
    }
    return population
  }

  /// A lookup that finds several rows where it may find one, or none where there must be one, fails
  /// its day, in the words of the SQL evaluator.
  private func check(
    _ matches: FeatureKernels.Column, of alias: String
  ) throws(EngineError) {
    guard let lookup = processor.lookups.first(where: { $0.rows.alias == alias }) else { return }
    let needsOne = lookup.cardinality == .one
    guard let counts = matches.integers else { return }
    for row in counts.indices {
      let found = matches.isValid(row) ? counts[row] : 0
      guard found > 1 || (found == 0 && needsOne) else { continue }
      throw EngineError(
        .data,
        found == 0
          ? "no row of \(alias) found" : "\(found) rows of \(alias) found, one at most may be",
        help: found == 0
          ? "load the missing rows, or declare the lookup .atMostOne"
          : "declare an order with .first, or mend the duplicates in \(lookup.rows.tables[0])")
    }
  }
}
