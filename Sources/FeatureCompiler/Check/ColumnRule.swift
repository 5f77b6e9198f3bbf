import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A column whose type, range or words cannot be stored.
  public static let badColumn = Finding.Code("bad-column")
  /// Two columns of a table with one name.
  public static let duplicateColumn = Finding.Code("duplicate-column")
  /// A column of the identity that the table does not have.
  public static let identityNotInTable = Finding.Code("identity-not-in-table")
}

extension Rule {
  /// The columns of every table and stack are sound by themselves.
  static let columns = Rule { outline in
    let place = outline.pipeline.place
    var shapes: [(ShapeDeclaration, String, Place)] = outline.pipeline.rawTables.map {
      ($0.shape, "table '\($0.name)'", place)
    }
    for processor in outline.processors {
      shapes.append(
        (processor.table.shape, "table '\(processor.table.name)'", processor.place))
      for reading in processor.readings {
        guard case .stack = reading.rows.source else { continue }
        shapes.append((reading.rows.shape, "stack '\(reading.alias)'", reading.rows.place))
      }
    }
    return shapes.flatMap { findings($0.0, $0.1, $0.2) }
  }

  private static func findings(
    _ shape: ShapeDeclaration, _ owner: String, _ place: Place
  ) -> [Finding] {
    var seen: Set<String> = []
    var found: [Finding] = []
    for column in shape.columns {
      if !seen.insert(column.name).inserted {
        found.append(
          Finding(
            .duplicateColumn, "\(owner) has two columns '\(column.name)'", at: place,
            help: "rename one, or take one out"))
      }
      if let (fault, help) = fault(column) {
        found.append(
          Finding(
            .badColumn, "column '\(column.name)' of \(owner) \(fault)", at: place, help: help))
      }
      if let elements = column.elements {
        found += findings(elements, "vector '\(column.name)' of \(owner)", place)
      }
    }
    let identity = shape.identity
    let named =
      identity.key + [identity.day, identity.freshness, identity.rowHash].compactMap { $0 }
    for column in named where !shape.columns.contains(column) {
      found.append(
        Finding(
          .identityNotInTable,
          "the identity of \(owner) names '\(column.name)', "
            + "which is none of its columns", at: place,
          help: NearMiss.help(for: column.name, in: shape.columns.map(\.name))
            ?? "add it to '\(shape.typeName)'"))
    }
    if let day = identity.day, day.type != .day {
      found.append(
        Finding(
          .badColumn, "the day '\(day.name)' of \(owner) is \(day.type), not DATE", at: place,
          help: "declare it as .day"))
    }
    if let hash = identity.rowHash, hash.type != .text {
      found.append(
        Finding(
          .badColumn, "the row hash '\(hash.name)' of \(owner) is \(hash.type), not VARCHAR",
          at: place, help: "declare it as .text"))
    }
    return found
  }

  /// The elements of a vector: doubles, each name once, one at least.
  private static func findings(
    _ elements: [Column], _ owner: String, _ place: Place
  ) -> [Finding] {
    if elements.isEmpty {
      return [
        Finding(
          .badColumn, "\(owner) has no elements", at: place,
          help: "give its struct a column of doubles for each name")
      ]
    }
    var seen: Set<String> = []
    return elements.flatMap { element -> [Finding] in
      var found: [Finding] = []
      if !seen.insert(element.name).inserted {
        found.append(
          Finding(
            .duplicateColumn, "\(owner) has two elements '\(element.name)'", at: place,
            help: "rename one, or take one out"))
      }
      if element.type != .double {
        found.append(
          Finding(
            .badColumn, "element '\(element.name)' of \(owner) is \(element.type), not DOUBLE",
            at: place, help: "declare it as .double"))
      } else if let (fault, help) = fault(element) {
        found.append(
          Finding(
            .badColumn, "element '\(element.name)' of \(owner) \(fault)", at: place, help: help))
      }
      return found
    }
  }

  private static func fault(_ column: Column) -> (String, help: String)? {
    if case .decimal(let precision, let scale) = column.type {
      if precision > 18 {
        return ("has \(precision) digits", "18 is the most; .double has no scale")
      }
      if precision < 1 || scale < 0 || scale > precision {
        return ("cannot be \(column.type)", "the scale lies between 0 and the precision")
      }
    }
    if column.range != nil, !column.type.isNumeric {
      return ("has a range, but is no number", "take .within(…) off")
    }
    if let words = column.vocabulary {
      if column.type != .text {
        return ("has a vocabulary, but is no text", "take .oneOf(…) off")
      }
      if words.isEmpty {
        return ("has an empty vocabulary", "name its words, or take .oneOf() off")
      }
    }
    if column.unit != nil, !column.type.isNumeric, column.type != .doubleList {
      return ("has a unit, but is no number", "take the unit off")
    }
    return nil
  }
}
