import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A contract that looks at more than the stored row.
  public static let contractReadsStored = Finding.Code("contract-reads-stored")
}

extension Rule {
  /// A contract can be asked of the stored row alone, today or in a year.
  static let contracts = Rule.ofEachProcessor { processor in
    let stored = Set(processor.table.shape.readable.map(\.name))
    return processor.contracts.compactMap { contract in
      var fault: String?
      contract.value.holds.walk { node in
        switch node {
        case .column(let rows, let name): fault = fault ?? "'\(rows).\(name)'"
        case .aggregate(let aggregation), .measured(let aggregation, _):
          fault = fault ?? "rows '\(aggregation.rows)'"
        case .league: fault = fault ?? "a league average"
        case .coverage(_, let window): fault = fault ?? "completeness window '\(window)'"
        case .seasonOpening: fault = fault ?? "the opening day"
        case .feature(let name) where !stored.contains(name):
          fault = fault ?? "intermediate '\(name)'"
        default: break
        }
      }
      return fault.map {
        Finding(
          .contractReadsStored,
          "contract '\(contract.value.name)' reads \($0), which no column of the row holds",
          at: contract.place, help: "read columns of the table: stored(out.…)")
      }
    }
  }
}
