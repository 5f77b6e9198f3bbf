import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// Rows that become failures instead of output.
struct FailureTests {
  private func output(_ values: [Int64?]) throws -> KernelOutput {
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("x", .integer)])))
    plan.features = [
      ("x", .integer, .pop("x")),
      ("square", .integer, .arithmetic(.times, .feature("x"), .feature("x"))),
    ]
    plan.failures = [
      FailureRule(
        category: .insufficientData, when: .comparison(.less, .feature("x"), .whole(3)),
        reason: .concatenated([.text("only "), .cast(.feature("x"), .text)]), canRetry: true,
        expected: .whole(3), actual: .feature("x")),
      FailureRule(
        category: .missingUpstream, when: .isNull(.feature("x")), reason: .text("no x"),
        canRetry: false, expected: nil, actual: nil),
    ]
    let day = Day.december(1)
    return try plan.program().run(
      KernelInput(
        days: [AsOfDay(day, seasonOpening: nil)],
        population: PopulationTable(
          asOf: values.map { _ in day.ordinal },
          columns: [ColumnReference(rows: "pop", name: "x"): .integers(values)])))
  }

  @Test func `the first rule that holds decides and features stay`() throws {
    let output = try output([4, 1, nil, 5])
    #expect(output.outcomes == [KernelOutput.written, 0, 1, KernelOutput.written])
    #expect(output.reasons == .texts([nil, "only 1", "no x", nil]))
    #expect(output.expected == .integers([nil, 3, nil, nil]))
    #expect(output.actual == .integers([nil, 1, nil, nil]))
    #expect(output.features["square"] == .integers([16, 1, nil, 25]))
    #expect(output.errors.isEmpty)
  }

  @Test func `a value that cannot be computed fails its row alone`() throws {
    let output = try output([4, .max, 5])
    #expect(
      output.outcomes == [KernelOutput.written, KernelOutput.failed, KernelOutput.written])
    #expect(
      output.errors == [EvaluationError(.overflow, feature: "square", row: 1)])
    #expect(
      output.reasons == .texts([nil, "square: integer arithmetic left 64 bits", nil]))
    #expect(output.features["square"] == .integers([16, nil, 25]))
    #expect(output.features["x"] == .integers([4, .max, 5]))
  }

  @Test func `a rule comes before an error`() throws {
    let output = try output([.min])
    #expect(output.outcomes == [0])
    #expect(output.errors.isEmpty)
  }

  @Test func `errors name rows of the whole run`() throws {
    let values = (0..<10_000).map { $0 % 4_999 == 7 ? Int64.max : 9 }
    #expect(try output(values).errors.map(\.row) == [7, 5_006])
  }

  @Test func `features read what is stored`() throws {
    // 2.345 is stored as 2.3; ten times that is 23, not 23.45.
    var plan = SamplePlan(population: .rows(.sample("pop", [("x", .double)])))
    plan.features = [
      ("rate", .number(4, 1), .pop("x")),
      ("tenfold", .double, .arithmetic(.times, .feature("rate"), .whole(10))),
    ]
    plan.intermediates = ["rate"]
    let day = Day.december(1)
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(day, seasonOpening: nil)],
        population: PopulationTable(
          asOf: [day.ordinal],
          columns: [ColumnReference(rows: "pop", name: "x"): .doubles([2.345])])))
    #expect(output.features.names == ["tenfold"])
    #expect(output.features["tenfold"] == .doubles([23]))
  }
}
