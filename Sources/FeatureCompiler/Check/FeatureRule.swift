import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// One column, or one intermediate, is given a value twice.
  public static let duplicateFeature = Finding.Code("duplicate-feature")
  /// A column of the output table that nothing fills.
  public static let missingFeature = Finding.Code("missing-feature")
  /// A column that the table does not have.
  public static let unknownColumn = Finding.Code("unknown-column")
  /// A feature that the processor does not have.
  public static let unknownFeature = Finding.Code("unknown-feature")
  /// A processor without features.
  public static let emptyProcessor = Finding.Code("empty-processor")
  /// An intermediate that nothing reads (warning).
  public static let unusedIntermediate = Finding.Code("unused-intermediate")
}

extension Rule {
  /// Every column of the output table is filled once, and nothing else is.
  static let features = Rule.ofEachProcessor { processor in
    guard !processor.features.isEmpty else {
      return [
        Finding(
          .emptyProcessor, "processor '\(processor.name)' computes no feature",
          at: processor.place, help: "add Feature(out.column, value) for every column")
      ]
    }
    let filled = processor.filled
    return duplicates(filled) + unknown(processor, filled) + missing(processor, filled)
      + unread(processor)
  }

  private static func duplicates(_ filled: [Filled]) -> [Finding] {
    var first: [String: Filled] = [:]
    return filled.compactMap { next in
      guard let earlier = first[next.name] else {
        first[next.name] = next
        return nil
      }
      return Finding(
        .duplicateFeature, "\(next.subject) is given a value twice", at: next.place,
        notes: [.init("the first is here", at: earlier.place)],
        help: "rename one, or take one out")
    }
  }

  private static func unknown(_ processor: ProcessorOutline, _ filled: [Filled]) -> [Finding] {
    let names = processor.columns.map(\.name)
    return filled.compactMap { filling in
      guard let column = filling.column else { return nil }
      guard let own = processor.column(column.name) else {
        return Finding(
          .unknownColumn, "table '\(processor.table.name)' has no column '\(column.name)'",
          at: filling.place,
          help: NearMiss.help(for: column.name, in: names)
            ?? "add the column to '\(processor.table.shape.typeName)'")
      }
      if own == column { return nil }
      return Finding(
        .unknownColumn,
        "column '\(column.name)' is not the one that table '\(processor.table.name)' declares",
        at: filling.place,
        help: "take the column from the table that the processor writes: out.…")
    }
  }

  private static func missing(_ processor: ProcessorOutline, _ filled: [Filled]) -> [Finding] {
    let names = Set(filled.map(\.name))
    let columns = Set(processor.columns.map(\.name))
    return processor.columns.filter { !names.contains($0.name) }.map { column in
      let near = NearMiss.nearest(to: column.name, in: names.subtracting(columns))
      return Finding(
        .missingFeature,
        "column '\(column.name)' of table '\(processor.table.name)' is never computed",
        at: processor.place,
        help: near.map { "the nearest name that is computed is '\($0)'" }
          ?? "add Feature(out.…, value), or take the column out of the table")
    }
  }

  private static func unread(_ processor: ProcessorOutline) -> [Finding] {
    let read = Set(processor.sites.flatMap(\.expression.featureNames))
    return processor.features.filter { $0.value.isIntermediate && !read.contains($0.value.name) }
      .map {
        Finding(
          .unusedIntermediate, "\($0.value.subject) is read by nothing", at: $0.place,
          severity: .warning, help: "read its value in a feature, or take it out")
      }
  }
}

/// A column or an intermediate with the sentence that fills it.
private struct Filled {
  let name: String
  /// Nil for an intermediate.
  let column: Column?
  let subject: String
  let place: Place
}

extension ProcessorOutline {
  fileprivate var filled: [Filled] {
    // The source of an element is doubled where the element is.
    let values = features.filter {
      if case .source = $0.value.vector { false } else { true }
    }
    var found = values.map {
      Filled(
        name: $0.value.name, column: $0.value.column, subject: $0.value.subject, place: $0.place)
    }
    var prefixes: Set<String> = []
    // One prefix tracked twice is another finding.
    for tracking in tracking where prefixes.insert(tracking.value.columns.prefix).inserted {
      found += tracking.value.columns.columns.map {
        Filled(name: $0.name, column: $0, subject: "column '\($0.name)'", place: tracking.place)
      }
    }
    found += written.map {
      let column = $0.value.column
      return Filled(
        name: column.name, column: column, subject: "column '\(column.name)'", place: $0.place)
    }
    return found
  }
}
