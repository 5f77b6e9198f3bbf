import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Rows read with other conditions than those under which they are declared.
  public static let otherConditions = Finding.Code("other-conditions")
}

extension Rule {
  /// `played.points` is not `games.points`: rows that a `where` made from others share their alias, but
  /// only those that `Reads`, `For` or the lookup names are there.
  static let conditions = Rule { outline in
    outline.pipeline.processors.flatMap { processor in
      let written = ProcessorOutline(processor, naming: .asWritten)
      let declared = Dictionary(grouping: written.readings, by: \.alias)
      return written.entitySites.flatMap(\.withInner).flatMap { site -> [Finding] in
        site.rowNames.compactMap { name -> Finding? in
          let alias = RowsDeclaration.alias(ofReading: name)
          guard let readings = declared[alias], let first = readings.first,
            !readings.contains(where: { $0.rows.reading == name })
          else { return nil }
          return Finding(
            .otherConditions,
            "\(site.subject) reads '\(alias)' with other conditions than those that are declared",
            at: site.place, notes: [.init("the rows are declared here", at: first.place)],
            help: "read the rows that are declared, or declare these under an alias of their own")
        }
      }
    }
  }
}

extension ExpressionSite {
  /// What the site's own level calls the rows that it reads, each once.
  fileprivate var rowNames: Set<String> {
    var names: Set<String> = []
    expression.walk { node in
      switch node {
      case .column(let rows, _): names.insert(rows)
      case .aggregate(let aggregation), .measured(let aggregation, _):
        names.insert(aggregation.rows)
      case .league(let league): names.insert(league.rows)
      default: break
      }
    }
    return names
  }
}
