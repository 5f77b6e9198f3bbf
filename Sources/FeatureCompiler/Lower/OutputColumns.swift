import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension ProcessorLowering {
  /// Every column of the table, in its order, with where its value comes from.
  func output(_ inputs: InputLowering) -> [OutputColumn] {
    var origins: [String: OutputColumn.Origin] = [:]
    for tracking in outline.tracking {
      let columns = tracking.value.columns
      let name = columns.prefix
      origins[columns.lastUpdated.name] = .source(input: name, .lastUpdated)
      origins[columns.rowsFound.name] = .source(input: name, .rowsFound)
      origins[columns.completenessPercent.name] = .source(
        input: name, .completenessPercent(expected: tracking.value.expectedRows))
      origins[columns.digest.name] = .source(input: name, .digest)
    }
    for written in outline.written {
      origins[written.value.column.name] =
        switch written.value.filling {
        case .rowHash: .rowHash
        case .createdAt: .createdAt
        case .writtenAt: .writtenAt
        }
    }
    return outline.columns.map {
      OutputColumn(column: ColumnPlan($0), origin: origins[$0.name] ?? .feature)
    }
  }
}
