import FeatureAlgebra
public import FeatureKernels
public import NBAFeatures

/// `SimilaritySearch` over columns: what `SimilarGames` of the specs calls.
public struct SimilarityKernel: KernelFunction {
  public init() {}

  public func compute(_ batch: KernelBatch<SimilarGames>) -> KernelResults<SimilarGames> {
    let targets = Settings(batch)
    let history = History(batch)
    var counts = ValuesBuilder<Int64>(filler: 0, capacity: batch.count)
    var found: [SimilaritySearch.Summary?] = []
    found.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let games = batch.newestFirst(row).compactMap { history[$0] }
      let search = SimilaritySearch(for: targets[row], among: games)
      counts.append(Int64(search.count))
      found.append(search.summary)
    }
    var results = KernelResults<SimilarGames>()
    let (values, validity) = counts.finish()
    results[\.count] = Column(.integer(values), validity: validity)
    results[\.baseline] = .doubles(found.map { $0?.baseline })
    results[\.meanSimilarity] = .doubles(found.map { $0?.meanSimilarity })
    results[\.lowestSimilarity] = .doubles(found.map { $0?.lowestSimilarity })
    results[\.pointsDeviation] = .doubles(found.map { $0?.deviation })
    return results
  }
}

/// The settings of the games to come.
private struct Settings {
  private let tiers: Cases<GameSetting.Tier>
  private let rest: Column
  private let homes: Column
  private let forms: Cases<GameSetting.Form>

  init(_ batch: KernelBatch<SimilarGames>) {
    tiers = Cases(batch[\.opponentTier])
    rest = batch[\.restDays]
    homes = batch[\.isHome]
    forms = Cases(batch[\.form])
  }

  subscript(_ row: Int) -> GameSetting {
    GameSetting(
      tier: tiers[row], restDays: rest.isValid(row) ? rest.integers.map { Int($0[row]) } : nil,
      isHome: homes.isValid(row) ? homes.booleans?[row] : nil, form: forms[row])
  }
}

/// The games that were played.
private struct History {
  private let days: Column
  private let points: Column
  private let tiers: Cases<GameSetting.Tier>
  private let homes: Column

  init(_ batch: KernelBatch<SimilarGames>) {
    days = batch[\.pastDate]
    points = batch[\.pastPoints]
    tiers = Cases(batch[\.pastOpponentTier])
    homes = batch[\.pastIsHome]
  }

  /// Nil for a row without points or day.
  subscript(_ place: Int) -> PastGame? {
    guard points.isValid(place), days.isValid(place), let scored = points.doubles?[place],
      let day = days.dayOrdinals?[place]
    else { return nil }
    return PastGame(
      day: Int(day), points: scored, tier: tiers[place],
      isHome: homes.isValid(place) ? homes.booleans?[place] : nil)
  }
}

/// Texts as cases, looked up once per distinct text.
private struct Cases<Case: RawRepresentable<String>> {
  private let codes: [Int32]
  private let cases: [Case?]
  private let column: Column

  init(_ column: Column) {
    codes = column.codes ?? []
    cases = column.dictionary?.texts.map { Case(rawValue: $0) } ?? []
    self.column = column
  }

  /// Nil for NULL and for any other text.
  subscript(_ row: Int) -> Case? { column.isValid(row) ? cases[Int(codes[row])] : nil }
}
