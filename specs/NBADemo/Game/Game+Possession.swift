/// What can happen while one team has the ball.
extension Game {
  mutating func playPossession(of attack: inout GameSide, against defence: inout GameSide) {
    var isSecondChance = false
    while clock.left > 0 {
      let plan = plan(for: attack, against: defence)
      clock.spend(seconds(of: plan, isSecondChance))
      if plan == .hold { return }
      if plan == .sendToLine {
        if !fouledAway(&attack, &defence) { return }
      } else if random.chance(isSecondChance ? 0.085 : 0.13) {
        return lose(&attack, &defence)
      } else if random.chance(0.068) {
        if !fouledAway(&attack, &defence) { return }
      } else if !shoot(&attack, &defence, plan, isSecondChance) {
        return
      }
      isSecondChance = true
    }
  }

  private mutating func seconds(of plan: Plan, _ isSecondChance: Bool) -> Int {
    switch plan {
    case .hold: return clock.left
    case .sendToLine: return random.within(1...4)
    case .tie: return min(clock.left, random.within(3...9))
    case .usual:
      let spread = 0.35 + 0.65 * (random.unit() + random.unit())
      let drawn = Int((isSecondChance ? 0.42 : 0.985) * pace * spread + random.unit())
      // With little time left the shot comes at the buzzer.
      return drawn > clock.left - 2 ? clock.left : max(drawn, 2)
    }
  }

  private mutating func lose(_ attack: inout GameSide, _ defence: inout GameSide) {
    pass()
    if random.chance(0.04) {
      attack.teamTurnovers += 1
      return
    }
    let loser = attack.pick(&random) { $0.shooting.usage * $0.hands.losing }
    attack.players[loser].line.turnovers += 1
    if random.chance(0.6) {
      let thief = defence.pick(&random) { $0.hands.stealing }
      defence.players[thief].line.steals += 1
    } else if random.chance(0.27) {
      attack.players[loser].line.fouls += 1
      sendOffIfNeeded(&attack, loser, against: defence)
    }
  }

  /// A foul away from a shot. Returns whether the attack still has the ball.
  private mutating func fouledAway(_ attack: inout GameSide, _ defence: inout GameSide) -> Bool {
    let shooter = attack.pick(&random) { $0.shooting.usage * $0.shooting.contact }
    foul(&defence, against: attack)
    guard defence.periodFouls >= 5 else { return true }
    return throwFree(2, by: shooter, &attack, &defence)
  }

  /// Charges a foul to a defender.
  mutating func foul(_ defence: inout GameSide, against attack: GameSide) {
    pass()
    let fouler = defence.pick(&random) { $0.hands.fouling * $0.caution }
    defence.players[fouler].line.fouls += 1
    defence.periodFouls += 1
    sendOffIfNeeded(&defence, fouler, against: attack)
  }

  private mutating func sendOffIfNeeded(
    _ side: inout GameSide, _ place: Int, against other: GameSide
  ) {
    guard side.players[place].hasFouledOut else { return }
    side.sendOff(place, at: clock.elapsed, lead: side.score - other.score)
  }

  /// Free throws of one trip. Returns whether the attack has the ball again.
  mutating func throwFree(
    _ count: Int, by shooter: Int, _ attack: inout GameSide, _ defence: inout GameSide
  ) -> Bool {
    var isMade = false
    for nth in 1...count {
      isMade = random.chance(attack.players[shooter].shooting.freeThrow)
      attack.players[shooter].line.freeThrowsAttempted += 1
      if isMade {
        attack.players[shooter].line.freeThrowsMade += 1
        attack.score += 1
      }
      record(
        .freeThrow(nth, of: count), isMade, from: -1, by: attack.players[shooter],
        isHome: attack.isHome)
    }
    return isMade ? false : rebound(&attack, &defence, afterFreeThrow: true)
  }

  /// Who gets a missed shot. Returns whether the attack has the ball again.
  mutating func rebound(
    _ attack: inout GameSide, _ defence: inout GameSide, afterFreeThrow: Bool
  ) -> Bool {
    pass()
    // Out of bounds: nobody's rebound.
    if random.chance(0.1) { return random.chance(0.45) }
    let own = attack.total { $0.hands.offensiveRebounding } * (afterFreeThrow ? 0.4 : 1)
    let their = defence.total { $0.hands.defensiveRebounding } * 2.3
    if random.chance(own / (own + their)) {
      let taker = attack.pick(&random) { $0.hands.offensiveRebounding }
      attack.players[taker].line.offensiveRebounds += 1
      return true
    }
    let taker = defence.pick(&random) { $0.hands.defensiveRebounding }
    defence.players[taker].line.defensiveRebounds += 1
    return false
  }
}
