import FeatureAlgebra
import FeatureCompiler
import FeaturePlan
import Testing

@Suite struct `What differs in a processor` {
  private let plan: Plan
  private let form: ProcessorPlan

  init() throws {
    plan = try compile(Sample.pipeline())
    form = try #require(plan[processor: "player_form"])
  }

  /// The changes of `player_form` when it is replaced.
  private func changes(_ new: ProcessorPlan) -> [Change] {
    let processors = plan.processors.map { $0.name == new.name ? new : $0 }
    let edited = Plan(
      pipeline: plan.pipeline, calendar: plan.calendar, tables: plan.tables,
      processors: processors)
    return PlanDifference(from: plan, to: edited).processors.flatMap { $0.features + $0.rest }
  }

  /// `player_form` with another formula of `points_mean_last_10`.
  private func formula(_ expression: Expression) -> [Change] {
    changes(
      form.with(
        features: form.features.map {
          $0.name == "points_mean_last_10" ? $0.with(expression) : $0
        }))
  }

  private func one(_ subject: String, _ name: String, _ was: String?, _ now: String?) -> [Change] {
    [Change(subject, .changed, [.init(name, was: was, now: now)])]
  }

  @Test func `nothing, where the plans are equal`() {
    #expect(PlanDifference(from: plan, to: plan).isEmpty)
  }

  @Test func `a formula that has another shape is said as a whole`() {
    let points = Expression.column(rows: "played", name: "points")
    let total = Expression.aggregate(
      Aggregation(.sum, rows: "played", argument: points, window: .last(10, .games)))
    #expect(
      formula(total)
        == one(
          "points_mean_last_10", "formula", "mean(played.points) over last 10 games",
          "sum(played.points) over last 10 games"))
  }

  @Test func `a model is said alone`() throws {
    func predicting(_ trees: Int) throws -> (TreeModel, ProcessorPlan) {
      let tree = try #require(Tree([.leaf(1)]))
      let model = try #require(
        TreeModel(
          name: "form", features: ["x"], base: 0, link: .identity,
          trees: [Tree](repeating: tree, count: trees)))
      let value = Expression.prediction(model, [Labelled("x", .literal(.integer(1)))])
      let features = form.features.map {
        $0.name == "points_mean_last_10" ? $0.with(value) : $0
      }
      return (model, form.with(features: features))
    }
    let (old, before) = try predicting(1)
    let (new, after) = try predicting(2)
    func replacing(_ form: ProcessorPlan) -> Plan {
      Plan(
        pipeline: self.plan.pipeline, calendar: self.plan.calendar, tables: self.plan.tables,
        processors: self.plan.processors.map { $0.name == form.name ? form : $0 })
    }
    #expect(
      PlanDifference(from: replacing(before), to: replacing(after)).processors.flatMap(\.features)
        == one(
          "points_mean_last_10", "model", "form \(old.digest) (1 tree)",
          "form \(new.digest) (2 trees)"))
  }

  @Test func `a filter is said alone`() {
    let points = Expression.column(rows: "played", name: "points")
    let scored = Expression.comparison(.greater, points, .literal(.integer(0)))
    let mean = Expression.aggregate(
      Aggregation(
        .mean, rows: "played", argument: points, filter: scored, window: .last(10, .games)))
    #expect(
      formula(mean)
        == one("points_mean_last_10", "filter", "none", "(played.points > 0)"))
  }

  @Test func `a window of one of several aggregates names it`() {
    let points = Expression.column(rows: "played", name: "points")
    func mean(_ window: Window) -> Expression {
      .aggregate(Aggregation(.mean, rows: "played", argument: points, window: window))
    }
    func largest(_ window: Window) -> Expression {
      .aggregate(Aggregation(.largest, rows: "played", argument: points, window: window))
    }
    let old = form.with(features: [
      form.features[2].with(.ratio(mean(.last(5, .games)), largest(.last(5, .games))))
    ])
    let new = form.with(features: [
      form.features[2].with(.ratio(mean(.last(5, .games)), largest(.last(9, .games))))
    ])
    func plan(_ processor: ProcessorPlan) -> Plan {
      Plan(
        pipeline: "p", calendar: self.plan.calendar, tables: [], processors: [processor])
    }
    let changes = PlanDifference(from: plan(old), to: plan(new)).processors.flatMap(\.features)
    #expect(
      changes
        == one(
          "points_mean_last_10", "window of largest(played.points)", "last 5 games",
          "last 9 games"))
  }

  @Test func `units and types`() {
    let features = form.features.map {
      $0.name == "load" ? $0.with(type: .number(6, 2), unit: .points) : $0
    }
    #expect(
      changes(form.with(features: features)) == [
        Change(
          "load", .changed,
          [
            .init("type", was: "DOUBLE", now: "DECIMAL(6, 2)"),
            .init("unit", was: "minutes", now: "points"),
          ])
      ])
  }

  @Test func `a feature that is gone, and one that follows from another`() {
    var features = form.features
    features[2] = features[2].with(.literal(.double(1)))
    features.removeAll { $0.name == "minutes_last_7_days" }
    features[features.count - 1] = features[features.count - 1].with()
    let found = changes(form.with(features: features))
    #expect(found.contains(Change("minutes_last_7_days", .removed)))
    #expect(found.contains(Change("load", .follows([]))))
  }

  @Test func `days and population`() {
    let days = DaysPlan(kind: .played, bootstrap: 14)
    #expect(
      changes(form.with(days: days)) == [
        Change(
          "days", .changed,
          [
            .init("kind", was: "scheduled", now: "played"),
            .init("skipped at the opening", was: "0", now: "14"),
          ])
      ])
    let population = PopulationPlan.entities(
      alias: "played", by: ["player"], window: .last(30, .days))
    #expect(
      changes(form.with(population: population))
        == one("population", "window", "season to date", "last 30 days"))
  }

  @Test func `failures, dependencies, contracts and writing`() {
    let rule = FailureRule(
      category: .insufficientData, when: .isNull(.feature("load")),
      reason: .literal(.text("no load")), canRetry: true, expected: nil, actual: nil)
    #expect(
      changes(form.with(failures: [rule])) == [
        Change(
          "failure INSUFFICIENT_DATA", .added,
          [.init("when", was: nil, now: "feature load is missing")])
      ])
    let contract = ContractPlan(name: "load_is_known", holds: .not(.isNull(.feature("load"))))
    #expect(
      changes(form.with(contracts: [contract])).map(\.subject) == ["contract load_is_known"])
    let write = WritePlan(hashRule: .none, tieBreak: [], duplicateTolerance: 2)
    #expect(
      changes(form.with(write: write)) == [
        Change(
          "write", .changed,
          [
            .init("row hash", was: "canonical", now: "none"),
            .init("duplicates allowed", was: "0", now: "2"),
          ])
      ])
  }

  @Test func `processors that come and go`() throws {
    let rest = try #require(plan[processor: "player_rest"])
    let fewer = Plan(
      pipeline: plan.pipeline, calendar: plan.calendar, tables: plan.tables, processors: [form])
    let gone = PlanDifference(from: plan, to: fewer).processors
    #expect(gone.map(\.processor) == [rest.name])
    #expect(gone.map(\.kind) == [.removed])
    #expect(PlanDifference(from: fewer, to: plan).processors.map(\.kind) == [.added])
  }
}
