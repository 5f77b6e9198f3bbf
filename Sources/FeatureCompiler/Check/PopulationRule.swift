import FeatureSpec

extension Finding.Code {
  /// Nobody gets a row: the processor has no `For`.
  public static let noPopulation = Finding.Code("no-population")
  /// Two `For` in one processor.
  public static let twoPopulations = Finding.Code("two-populations")
}

extension Rule {
  /// A processor says once who gets a row.
  static let population = Rule.ofEachProcessor { processor in
    guard let first = processor.populations.first else {
      return [
        Finding(
          .noPopulation, "processor '\(processor.name)' does not say who gets a row",
          at: processor.place,
          help: "add For(population, on: .scheduled), or .played for days with finished games")
      ]
    }
    return processor.populations.dropFirst().map { other in
      Finding(
        .twoPopulations, "processor '\(processor.name)' has a second population", at: other.place,
        notes: [.init("the first is here", at: first.place)],
        help: "one processor fills one table for one population; write a second processor")
    }
  }
}
