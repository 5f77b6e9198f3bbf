import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A constant stands for a missing value, and no column of the row says so.
  public static let silentDefault = Finding.Code("silent-default")
}

extension Rule {
  /// Where a constant stands for a missing value, the row says so: see `StandIn` for what stands in and
  /// `ShownValues` for what says so. A number or a condition that is the same in every row is a default
  /// too. Metadata tell how a row was made and are left alone; conditions of rows, failures and contracts
  /// store nothing.
  static let defaults = Rule.ofEachProcessor { processor in
    let shown = ShownValues(processor)
    return processor.features.flatMap { feature -> [Finding] in
      if let kernel = feature.value.kernel { return findings(kernel, shown) }
      if feature.value.defaultBecause != nil || feature.value.column?.isMetadata == true {
        return []
      }
      return constants(feature)
        + findings(feature.value.expression, feature.value.subject, feature.place, shown)
    } + parts(processor)
  }

  /// A text that is the same in every row is a label.
  private static func constants(_ feature: Placed<FeatureDeclaration>) -> [Finding] {
    guard feature.value.column != nil, let constant = feature.value.expression.constant else {
      return []
    }
    if case .text = constant { return [] }
    return [
      Finding(
        .silentDefault, "\(feature.value.subject) is \(constant.meaning) in every row",
        at: feature.place,
        help: "compute it, leave it .missing(…) while nothing tells it, or say why: "
          + ".byDefault(because: \"…\")")
    ]
  }

  private static func findings(_ kernel: KernelUse, _ shown: ShownValues) -> [Finding] {
    guard kernel.isFirst else { return [] }
    return kernel.given.filter { $0.defaultBecause == nil }.flatMap {
      findings($0.expression, "input '\($0.name)' of kernel '\(kernel.name)'", $0.place, shown)
    }
  }

  /// The columns of stacks: another column of the same part may say what is missing.
  private static func parts(_ processor: ProcessorOutline) -> [Finding] {
    processor.readings.flatMap { reading -> [Finding] in
      guard case .stack(let parts, _) = reading.rows.source else { return [] }
      return parts.flatMap { part -> [Finding] in
        let columns = reading.rows.shape.columns.map { ($0, part.value(of: $0)) }
        guard columns.contains(where: { !$0.1.standIns.isEmpty }) else { return [] }
        let shown = ShownValues(processor, row: columns.map(\.1))
        return columns.flatMap { column, value in
          findings(value, "column '\(column.name)' of the stack", part.place, shown)
        }
      }
    }
  }

  private static func findings(
    _ expression: Expression, _ subject: String, _ place: Place, _ shown: ShownValues
  ) -> [Finding] {
    var said: Set<String> = []
    return expression.standIns.compactMap { standIn in
      let gap: String
      switch standIn.gap {
      case .value(let value):
        guard let hidden = shown.hidden(in: value) else { return nil }
        gap = "\(hidden.meaning) is missing"
      case .league(let rows, let atLeast):
        gap = "fewer than \(atLeast) entities of '\(rows)' have a mean"
      }
      let message =
        "\(subject) takes \(standIn.constant.meaning) where \(gap), and no column says so"
      guard said.insert(message).inserted else { return nil }
      return Finding(
        .silentDefault, message, at: place,
        help: "leave it missing; or store where it is: the label of a Preference, an .isMissing; "
          + "or say why no column is needed: .byDefault(because: \"…\")")
    }
  }
}
