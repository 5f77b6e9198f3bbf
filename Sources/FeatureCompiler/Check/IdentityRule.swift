import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A key that is empty, may be NULL, or has a type that equality does not fit.
  public static let missingKey = Finding.Code("missing-key")
  /// Rows without a date where one is needed, or with one where none may be.
  public static let missingDay = Finding.Code("missing-day")
  /// The date of the output is not the day D.
  public static let wrongDay = Finding.Code("wrong-day")
}

extension Rule {
  /// An output row is found again by its key and its day.
  static let identity = Rule.ofEachProcessor { processor in
    keyColumns(processor) + day(processor)
  }

  private static func keyColumns(_ processor: ProcessorOutline) -> [Finding] {
    let key = processor.table.shape.identity.key
    if key.isEmpty {
      return [
        Finding(
          .missingKey, "table '\(processor.table.name)' has no key", at: processor.place,
          help: "name the columns that identify a row: Identity(key: [player, date], …)")
      ]
    }
    return key.compactMap { column in
      let fault: String
      switch column.type {
      case .double, .textList, .doubleList, .timestamp:
        fault = "is \(column.type), which no row is found by"
      case .integer, .integer32, .decimal, .text, .boolean, .day:
        guard column.isNullable else { return nil }
        fault = "may be NULL"
      }
      return Finding(
        .missingKey, "key column '\(column.name)' of table '\(processor.table.name)' \(fault)",
        at: processor.place,
        help: column.isNullable ? "mark the column .required" : nil)
    }
  }

  private static func day(_ processor: ProcessorOutline) -> [Finding] {
    guard let day = processor.table.shape.identity.day else {
      return [
        Finding(
          .missingDay, "table '\(processor.table.name)' has no day", at: processor.place,
          help: "every output row is for a day: Identity(key: …, day: date)")
      ]
    }
    guard let feature = processor.feature(day.name), !processor.isDay(feature.value.expression)
    else { return [] }
    return [
      Finding(
        .wrongDay, "feature '\(day.name)' dates the row, but is not the day it is computed for",
        at: feature.place, help: "write Feature(out.…, asOfDay)")
    ]
  }
}

extension ProcessorOutline {
  /// Whether an entity's value is D itself: as such, or the day of a row that is dated D.
  fileprivate func isDay(_ expression: Expression) -> Bool {
    if expression == .asOfDay { return true }
    return readings.contains { reading in
      guard let day = reading.rows.shape.identity.day,
        expression == reading.rows.reference(day.name)
      else { return false }
      switch reading.reading {
      case .population: return true
      case .lookup(let lookup):
        if case .on = lookup.timing { return true }
        return false
      default: return false
      }
    }
  }
}
