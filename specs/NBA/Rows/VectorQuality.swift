import FeatureSpec

/// How far a vector can be trusted, from the labels of its elements (D-31).
///
/// `phase4` and `computed` weigh 100, `phase3` 75, `default` 40; the score is the mean.
struct VectorQuality {
  let vector: Vector<BaselineVector>

  init(_ vector: Vector<BaselineVector>) { self.vector = vector }

  /// At most 69 where a feature that every system leans on is a default, at most 49 where five are.
  var score: Aggregate {
    let mean = total(vector.elements.map(weight)) / .constant(vector.elements.count)
    let needed = vector.elements(
      \.pointsAvgLast5, \.pointsAvgLast10, \.pointsAvgSeason, \.pointsStdLast10,
      \.gamesInLast7Days, \.opponentDefRating, \.opponentPace, \.teamPace, \.teamOffRating)
    let defaults = count(of: vector.elements.map(\.isDefault))
    return firstMatch(
      (defaults >= 5, mean.clamped(0, 49)),
      (atLeastOne(of: needed.map(\.isDefault)), mean.clamped(0, 69)), otherwise: mean)
  }

  /// As the origin counted: what is computed always weighs 100 and what the schedule tells always 75, so
  /// that a vector of nothing but defaults has 58.60.
  var rawScore: Aggregate {
    let computed = vector.elements(
      \.restAdvantage, \.injuryRisk, \.recentTrend, \.minutesChange, \.freeThrowShare,
      \.teamWinPct)
    let told = vector.elements(\.homeAway, \.backToBack, \.playoffGame)
    let fixed = Set((computed + told).map(\.name))
    let weighed = vector.elements.filter { !fixed.contains($0.name) }.map(weight)
    let rest = 100 * computed.count + 75 * told.count
    return (total(weighed) + .constant(rest)) / .constant(vector.elements.count)
  }

  /// `phase4` needs nine tenths of the features from precompute tables, of which there are sixteen.
  var dataSource: Aggregate {
    let phase4 = share("phase4")
    return firstMatch(
      (phase4 >= 0.9, "phase4"), (phase4 >= 0.5, "phase4_partial"),
      (share("phase3") >= 0.5, "phase3"),
      otherwise: "mixed")
  }

  private func share(_ source: String) -> Aggregate {
    ratio(
      count(of: vector.elements.map { $0.source == .constant(source) }),
      .constant(vector.elements.count))
  }

  private func weight(_ element: VectorElement) -> Aggregate {
    firstMatch(
      (element.source.isOne(of: "phase4", "computed"), 100), (element.source == "phase3", 75),
      otherwise: 40)
  }
}
