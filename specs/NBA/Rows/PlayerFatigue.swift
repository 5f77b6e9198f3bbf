import FeatureSpec

/// How tired a player comes to his game: from the games he played in the last 30 days (domain 5.4).
struct PlayerFatigue {
  let played: Rows<PlayerGameSummary>
  private let month = Window.last(30, .days)
  private let week = Window.last(7, .days)
  private let fortnight = Window.last(14, .days)

  /// The day of the n-th newest game.
  private func day(_ number: Int) -> Aggregate {
    newest(played.gameDate, number: number).over(month)
  }

  /// Days from the game before the n-th newest to it.
  private func gap(_ number: Int) -> Aggregate { day(number).days(since: day(number + 1)) }

  /// The most games in 14 days; nobody plays so many days in a row.
  private var pairs: Range<Int> { 1..<14 }

  @DeclarationBuilder func features(_ out: UpcomingPlayerGameContext) -> [Declaration] {
    Feature(out.daysRest, asOfDay.days(since: day(1)))
    Feature(out.backToBack, (stored(out.daysRest) == 1).orElse(false))
    Feature(out.daysRestBeforeLastGame, gap(1))
    Feature(out.daysSinceTwoDaysRest, sinceRested)
    Feature(out.gamesInLast7Days, count(played), over: week)
    Feature(out.gamesInLast14Days, count(played), over: fortnight)
    Feature(out.minutesInLast7Days, minutes(week, games: out.gamesInLast7Days))
    Feature(out.minutesInLast14Days, minutes(fortnight, games: out.gamesInLast14Days))
    Feature(out.avgMinutesLast7, mean(played.minutesPlayed), over: week)
    Feature(out.backToBacksLast14Days, backToBacks)
    Feature(out.avgUsageRateLast7, mean(played.usageRate), over: .last(7, .games))
    Feature(out.projectedUsageRate, mean(played.usageRate), over: .last(3, .games))
  }

  /// Who did not play has played 0 minutes.
  private func minutes(_ window: Window, games: Column) -> Aggregate {
    when(stored(games) > 0, sum(played.minutesPlayed).over(window))
  }

  /// From the newest game backwards, the first that came at least two days after the one before it.
  private var sinceRested: Aggregate {
    pairs.reversed().reduce(.missing(.integer)) { later, number in
      when(gap(number) >= 2, asOfDay.days(since: day(number)), otherwise: later)
    }
  }

  /// Pairs of games on two days running, both in the last 14 days.
  private var backToBacks: Aggregate {
    pairs.map { number in
      when(gap(number) == 1 && asOfDay.days(since: day(number + 1)) <= 14, 1)
    }
    .reduce(0, +)
  }
}
