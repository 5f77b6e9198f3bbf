import FeatureAlgebra
import FeaturePlan

/// A column of the population, and the staged column that holds it as it is.
struct StagedColumn: Hashable {
  let name: String
  let staged: String
}

extension Landing {
  /// The rows whose columns tell the population apart.
  var populationAlias: String {
    switch processor.population {
    case .rows(let rows): rows.alias
    case .entities(let alias, _, _): alias
    }
  }

  /// Where the stage holds each column that is needed of the population; nil where it lacks one.
  func populationColumns(_ needs: Needs) -> [StagedColumn]? {
    let names: [String]
    switch processor.population {
    case .rows(let rows): names = needs.columns(of: rows.alias).filter { $0 != rows.day }
    case .entities(_, let by, _): names = by
    }
    let staged = Set(processor.output.filter { $0.origin == .feature }.map(\.column.name))
    var columns: [StagedColumn] = []
    for name in names {
      let value = Expression.column(rows: populationAlias, name: name)
      let feature = processor.features.first {
        $0.expression == value && staged.contains($0.name)
      }
      guard let feature else { return nil }
      columns.append(StagedColumn(name: name, staged: feature.name))
    }
    return columns
  }
}
