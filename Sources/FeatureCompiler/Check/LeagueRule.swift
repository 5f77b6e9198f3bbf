import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A league average of more than aggregates over its own rows.
  public static let leagueOverOtherRows = Finding.Code("league-over-other-rows")
}

extension Rule {
  /// A league average is taken over the entities of one history, each from its own rows of it.
  static let leagues = Rule.ofEachProcessor { processor in
    let histories = Set(processor.histories.map(\.value.rows.alias))
    return processor.sites.flatMap { site in
      var found: [Finding] = []
      site.expression.walk { node in
        guard case .league(let league) = node else { return }
        if let message = mistake(in: league, histories: histories) {
          found.append(
            Finding(
              .leagueOverOtherRows, "the league average in \(site.subject) \(message)",
              at: site.place,
              help: "it averages aggregates of one history: count(\(league.rows)), sum(…)"))
        }
      }
      return found
    }
  }

  private static func mistake(in league: LeagueAverage, histories: Set<String>) -> String? {
    guard histories.contains(league.rows) else {
      return "is over '\(league.rows)', which is no history"
    }
    var mistake: String?
    for expression in [league.value, league.qualifying] {
      expression.walk { node in
        switch node {
        case .aggregate(let aggregation) where aggregation.rows != league.rows:
          mistake = "is over '\(league.rows)' but looks at '\(aggregation.rows)'"
        case .measured(let aggregation, _):
          mistake = "compares rows of '\(aggregation.rows)' with a value that belongs to one entity"
        case .column(let rows, let name):
          mistake = "reads '\(rows).\(name)', which belongs to one entity"
        case .feature(let name):
          mistake = "reads feature '\(name)', which belongs to one entity"
        case .league:
          mistake = "has another league average inside"
        case .coverage:
          mistake = "counts the games of a completeness window"
        default:
          break
        }
      }
    }
    return mistake
  }
}
