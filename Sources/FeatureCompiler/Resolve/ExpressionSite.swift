import FeatureAlgebra
import FeatureSpec

/// An expression where it stands: on which level it is read, and what to call it in a finding.
struct ExpressionSite: Sendable {
  enum Level: Hashable, Sendable {
    /// One value per row read under the alias.
    case row(String)
    /// One value per entity and as-of day.
    case entity
    /// A row under the first alias with the row under the second that asks for it.
    case pair(String, String)
    /// A row under the alias compared with the entity it is looked up for.
    case mixed(String)
  }
  /// What the value is for, where rules differ by it.
  enum Purpose: Hashable, Sendable {
    case feature(String)
    case failureCondition, failureReason, failureCount
    case contract
    case matchEntity, matchRow
    case condition
    case filter, order, argument, league
    /// What a hand kernel is given, as it is declared there.
    case input(ColumnType, Unit?)
    /// The column of a stack that the value fills; nil where it is no column.
    case mapping(ColumnType?)
  }

  let expression: Expression
  let level: Level
  let purpose: Purpose
  /// `feature 'points_mean_last_10'`: the start of a message.
  let subject: String
  let place: Place
}

extension ExpressionSite {
  /// This site and the sites inside its aggregates and league averages, outermost first.
  var withInner: [ExpressionSite] {
    var found = [self]
    expression.walk { node in
      switch node {
      case .aggregate(let aggregation), .measured(let aggregation, _):
        for inner in [aggregation.argument, aggregation.filter].compactMap({ $0 }) {
          found += self.inner(inner, .row(aggregation.rows), .argument).withInner
        }
      case .league(let league):
        for inner in [league.value, league.qualifying] {
          found += self.inner(inner, .entity, .league).withInner
        }
      default:
        break
      }
    }
    return found
  }

  private func inner(
    _ expression: Expression, _ level: Level, _ purpose: Purpose
  ) -> ExpressionSite {
    ExpressionSite(
      expression: expression, level: level, purpose: purpose, subject: subject, place: place)
  }
}

extension Expression {
  /// Every aggregate of the expression, those inside league averages too, in order of first use.
  var allAggregations: [Aggregation] {
    var found: [Aggregation] = []
    func add(_ more: [Aggregation]) {
      found += more.filter { !found.contains($0) }
    }
    walk { node in
      switch node {
      case .aggregate(let aggregation), .measured(let aggregation, _): add([aggregation])
      case .league(let league):
        add(league.value.allAggregations)
        add(league.qualifying.allAggregations)
      default: break
      }
    }
    return found
  }

  func contains(_ matches: (Expression) -> Bool) -> Bool {
    var found = false
    walk { node in found = found || matches(node) }
    return found
  }
}
