import FeatureAlgebra
import FeaturePlan

/// The expected games of each entity that is asked about, and whether each has a row or an excuse.
struct MissingGames {
  let question: CoverageQuestion
  let table: String
  let day: String
  let isFound: String
  let isExcused: String
}

extension ProcessorShape {
  /// Games of the days that a diagnosis looks back; nil where nothing excuses one.
  func addMissingGames(_ plan: CompletenessPlan) throws(RenderError) -> MissingGames? {
    let reach = Reach(of: [Diagnosis.window])
    let tables = try addQuestion(plan, days: .before(reach, firstOpening: firstOpening))
    guard let excused = tables.excused else { return nil }
    let (question, expected, actual) = (tables.question, tables.expected, tables.actual)
    var taken = Names(
      question.keys.map(\.column) + [expected.day, helper.asOf, helper.seasonOpening])
    let games = MissingGames(
      question: question, table: names.take("expected_games"), day: expected.day,
      isFound: taken.take(helper.isFound), isExcused: taken.take("is_excused"))
    func isThere(_ side: CoverageQuestion.Side) -> SQLExpression {
      .isNotNull(.column(side.day, of: side.table))
    }
    let columns =
      question.keys.map { SelectColumn.column($0.column, of: question.entities) } + [
        .column(expected.day, of: expected.table),
        SelectColumn(isThere(actual), as: games.isFound),
        SelectColumn(isThere(excused), as: games.isExcused),
      ]
    let joins = [
      Join(.inner, .common(expected.table), on: .every(tables.isExpected)), tables.met(actual),
      tables.met(excused),
    ]
    add(
      CommonTable(
        games.table,
        note: "The games each should have, whether he has them, whether he is excused.",
        Select(columns, from: .common(question.entities), joins: joins)))
    return games
  }
}
