import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension Finding.Code {
  /// A name that is not of the form `points_mean_last_10`.
  public static let badName = Finding.Code("bad-name")
  /// A column called like one that staged rows have beside the features.
  public static let reservedName = Finding.Code("reserved-name")
}

extension Rule {
  /// Names that appear in statements are snake_case: small letters, digits and underscores.
  static let names = Rule { outline in
    outline.processors.flatMap { processor -> [Finding] in
      var found: [Finding] = []
      func check(_ name: String, _ what: String, _ place: Place) {
        guard !isSnakeCase(name) else { return }
        found.append(
          Finding(
            .badName, "\(what) is called '\(name)'", at: place,
            help: "use small letters, digits and underscores, a letter first: 'points_last_10'"))
      }
      check(processor.table.name.table, "a table", processor.place)
      check(processor.table.name.dataset, "a dataset", processor.place)
      for column in processor.columns {
        check(column.name, "a column", processor.place)
        for element in column.elements ?? [] { check(element.name, "an element", processor.place) }
        guard StageColumn(rawValue: column.name) != nil else { continue }
        found.append(
          Finding(
            .reservedName,
            "table '\(processor.table.name)' has a column '\(column.name)', which staged rows have of their own",
            at: processor.place, help: "call it otherwise"))
      }
      for feature in processor.features where feature.value.isIntermediate {
        check(feature.value.name, "an intermediate", feature.place)
      }
      for feature in processor.features {
        guard let kernel = feature.value.kernel, kernel.isFirst else { continue }
        check(kernel.name, "a kernel", feature.place)
      }
      for reading in processor.readings {
        check(reading.alias, "the alias of rows", reading.rows.place)
      }
      for completeness in processor.completeness {
        for (name, _) in completeness.value.windows {
          check(name, "a completeness window", completeness.place)
        }
      }
      return found
    }
  }

  private static func isSnakeCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
