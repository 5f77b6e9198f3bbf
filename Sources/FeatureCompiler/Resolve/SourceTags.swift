import FeatureAlgebra
import FeatureSpec

/// Two operands of a ratio whose values come from different sources.
struct SourceMistake: Error, Hashable {
  let left: Set<String>
  let right: Set<String>
}

/// Which sources tell a value, from the sources of the columns it rests on.
///
/// | Expression | Sources |
/// |---|---|
/// | a column | as declared; undeclared in a computed table: those of the feature that fills it |
/// | a stack's column | those of each part's value |
/// | a sum, difference, product, choice of values, first present, … | of all operands; conditions do not count |
/// | an aggregate | of its argument; a count: of the rows' key, which tells what a row is |
/// | a ratio | of both, which must be the same, or unknown |
/// | comparisons, labels, texts, a model's prediction, a hand kernel's result | none |
struct SourceTags {
  private let outline: PipelineOutline
  private let known = Known()

  init(_ outline: PipelineOutline) { self.outline = outline }

  /// What was found before: many features rest on the same ones, table after table.
  private final class Known {
    var features: [String: Set<String>] = [:]
    var columns: [String: Set<String>] = [:]
    /// By processor and alias.
    var rows: [String: [String: RowsDeclaration]] = [:]
  }

  /// The sources of a value of one processor.
  ///
  /// - Throws: the first ratio whose operands come from different sources.
  func sources(
    of expression: Expression, in processor: ProcessorOutline, _ seen: Set<String> = []
  ) throws(SourceMistake) -> Set<String> {
    switch expression {
    case .column(let alias, let name):
      return columnSources(name, of: alias, in: processor, seen)
    case .feature(let name):
      return featureSources(name, in: processor, seen)
    case .aggregate(let aggregation):
      return try sources(of: aggregation, in: processor, seen)
    case .measured(let aggregation, let limit):
      _ = try sources(of: limit, in: processor, seen)
      return try sources(of: aggregation, in: processor, seen)
    case .league(let league):
      _ = try sources(of: league.qualifying, in: processor, seen)
      return try sources(of: league.value, in: processor, seen)
    case .ratio(let a, let b):
      let (left, right) = (
        try sources(of: a, in: processor, seen), try sources(of: b, in: processor, seen)
      )
      let both = left.union(right)
      if !left.isEmpty, !right.isEmpty, both.count > 1 {
        throw SourceMistake(left: left, right: right)
      }
      return both
    case .choice(let branches, let otherwise):
      for branch in branches { _ = try sources(of: branch.condition, in: processor, seen) }
      return try union(branches.map(\.value) + [otherwise], in: processor, seen)
    case .comparison, .all, .any, .not, .isNull, .isIn, .labelOfExtreme, .joined, .concatenated,
      .prediction, .kernel:
      _ = try union(expression.operands, in: processor, seen)
      return []
    case .literal, .asOfDay, .seasonOpening, .coverage: return []
    case .previous, .negated, .absolute, .squareRoot, .floor, .arithmetic, .rounded, .clamped,
      .firstPresent, .days, .wholeYears, .dayPlus, .dayOf, .seasonYear, .clockMinutes, .lowercased,
      .cast, .list,
      .listOfPresent:
      return try union(expression.operands, in: processor, seen)
    }
  }

  private func union(
    _ expressions: [Expression], in processor: ProcessorOutline, _ seen: Set<String>
  ) throws(SourceMistake) -> Set<String> {
    var found: Set<String> = []
    for expression in expressions {
      found.formUnion(try sources(of: expression, in: processor, seen))
    }
    return found
  }

  private func sources(
    of aggregation: Aggregation, in processor: ProcessorOutline, _ seen: Set<String>
  ) throws(SourceMistake) -> Set<String> {
    _ = try union([aggregation.filter].compactMap { $0 }, in: processor, seen)
    let argument = try union([aggregation.argument].compactMap { $0 }, in: processor, seen)
    guard aggregation.function == .count else { return argument }
    let rows = rows(under: aggregation.rows, in: processor)
    return (rows?.shape.identity.key ?? []).reduce(into: []) { found, column in
      found.formUnion(columnSources(column.name, of: aggregation.rows, in: processor, seen))
    }
  }

  // MARK: Names

  private func featureSources(
    _ name: String, in processor: ProcessorOutline, _ seen: Set<String>
  ) -> Set<String> {
    if let declared = processor.column(name)?.source { return [declared] }
    let place = "\(processor.name).\(name)"
    if let found = known.features[place] { return found }
    guard !seen.contains(place), let feature = processor.feature(name)?.value else { return [] }
    // What is mixed on purpose agrees with everything; what is mixed by mistake is said where it is.
    if feature.mixingBecause != nil { return [] }
    let found = (try? sources(of: feature.expression, in: processor, seen.union([place]))) ?? []
    known.features[place] = found
    return found
  }

  private func columnSources(
    _ name: String, of alias: String, in processor: ProcessorOutline, _ seen: Set<String>
  ) -> Set<String> {
    let place = "\(processor.name).\(alias).\(name)"
    if let found = known.columns[place] { return found }
    guard let rows = rows(under: alias, in: processor) else { return [] }
    let found = sources(of: name, in: rows, read: processor, seen)
    known.columns[place] = found
    return found
  }

  private func rows(under alias: String, in processor: ProcessorOutline) -> RowsDeclaration? {
    if let all = known.rows[processor.name] { return all[alias] }
    var all: [String: RowsDeclaration] = [:]
    for reading in processor.readings {
      for rows in reading.rows.everyRows where all[rows.alias] == nil { all[rows.alias] = rows }
    }
    known.rows[processor.name] = all
    return all[alias]
  }

  private func sources(
    of column: String, in rows: RowsDeclaration, read processor: ProcessorOutline,
    _ seen: Set<String>
  ) -> Set<String> {
    if let declared = rows.column(column)?.source { return [declared] }
    switch rows.source {
    case .table(let table):
      let writer = outline.processors.first { $0.table.name == table.name }
      return writer.map { featureSources(column, in: $0, seen) } ?? []
    case .stack(let parts, _):
      return parts.reduce(into: []) { found, part in
        guard let value = part.mapping[column] else {
          found.formUnion(sources(of: column, in: part.rows, read: processor, seen))
          return
        }
        found.formUnion((try? sources(of: value, in: processor, seen)) ?? [])
      }
    }
  }
}

extension RowsDeclaration {
  /// These rows, and those of the parts under them.
  fileprivate var everyRows: [RowsDeclaration] {
    guard case .stack(let parts, _) = source else { return [self] }
    return [self] + parts.flatMap { $0.everyRows.flatMap(\.everyRows) }
  }
}
