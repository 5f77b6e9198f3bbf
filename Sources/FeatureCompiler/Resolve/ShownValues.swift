import FeatureAlgebra
import FeatureSpec

/// Of which values a stored row says whether they were missing.
///
/// It says so where a stored column is the value itself, asks whether it is missing (a label, an issue
/// code, a count), or has it in a text or a list; and of an entity that fails for want of it, the failure
/// says it. A column that only asks in order to take a constant for the value says nothing.
struct ShownValues {
  private let processor: ProcessorOutline
  private let shown: Set<Expression>

  /// - Parameter row: what else the row is made of: the columns of a stack.
  init(_ processor: ProcessorOutline, row: [Expression] = []) {
    self.processor = processor
    var shown: Set<Expression> = []
    var seen: Set<String> = []
    let stored = processor.features.filter { $0.value.column != nil }.map(\.value.expression)
    for expression in stored + row { shown.insert(expression.bare) }
    for expression in stored + row + processor.failures.map(\.value.when) {
      ShownValues.add(expression, of: processor, &shown, &seen)
    }
    self.shown = shown
  }

  private static func add(
    _ expression: Expression, of processor: ProcessorOutline, _ shown: inout Set<Expression>,
    _ seen: inout Set<String>
  ) {
    switch expression {
    case .isNull(let value): shown.insert(value.bare)
    case .concatenated(let parts), .joined(let parts, _), .list(let parts),
      .listOfPresent(let parts):
      shown.formUnion(parts.map(\.bare))
    case .feature(let name):
      guard let feature = processor.feature(name)?.value, feature.column == nil,
        seen.insert(name).inserted
      else { break }
      add(feature.expression, of: processor, &shown, &seen)
    case .aggregate(let aggregation):
      for inner in [aggregation.argument, aggregation.filter].compactMap({ $0 }) {
        add(inner, of: processor, &shown, &seen)
      }
    case .choice(let branches, let otherwise) where !expression.gaps.isEmpty:
      for value in branches.map(\.value) + [otherwise] {
        add(value, of: processor, &shown, &seen)
      }
      return
    default: break
    }
    for operand in expression.operands { add(operand, of: processor, &shown, &seen) }
  }

  /// What may be missing in a value without the row saying so; nil where it always says so.
  func hidden(in expression: Expression) -> Expression? {
    let value = expression.bare
    if shown.contains(value) { return nil }
    switch value {
    case .literal(.null), .kernel, .previous: return value
    case .literal, .asOfDay, .seasonOpening, .coverage, .isNull, .prediction, .league: return nil
    case .column(let alias, let name): return isShown(alias, name) ? nil : value
    case .aggregate(let aggregation):
      return [.count, .countDistinct].contains(aggregation.function) ? nil : value
    case .feature(let name):
      guard let feature = processor.feature(name)?.value, feature.column == nil else { return nil }
      return hidden(in: feature.expression) == nil ? nil : value
    case .choice(let branches, let otherwise):
      return first(branches.map(\.value) + [otherwise])
    case .firstPresent(let values):
      return values.contains { hidden(in: $0) == nil } ? nil : value
    case .ratio(let a, let b):
      if let part = first([a, b]) { return part }
      return b.constant != nil || shown.contains(b.bare) || isStored(b) ? nil : value
    default: return first(value.operands)
    }
  }

  private func first(_ values: [Expression]) -> Expression? {
    values.lazy.compactMap { hidden(in: $0) }.first
  }

  private func isStored(_ value: Expression) -> Bool {
    guard case .feature(let name) = value.bare else { return false }
    return processor.column(name) != nil
  }

  /// Whether a column is never missing in its row, and the row shows whether that was found.
  private func isShown(_ alias: String, _ name: String) -> Bool {
    guard let reading = processor.readings.first(where: { $0.alias == alias }),
      !reading.rows.mayBeMissing(name)
    else { return false }
    guard case .lookup(let lookup) = reading.reading else { return true }
    if case .one = lookup.cardinality { return true }
    return reading.rows.shape.columns.contains {
      !reading.rows.mayBeMissing($0.name) && shown.contains(reading.rows.reference($0.name))
    }
  }
}

extension Expression {
  /// The value without what changes its looks, and without a word for a missing one.
  fileprivate var bare: Expression {
    switch self {
    case .cast(let value, _), .rounded(let value, _): return value.bare
    case .firstPresent(let values):
      guard values.count == 2, case .literal(.text) = values[1] else { return self }
      return values[0].bare
    default: return self
    }
  }
}
