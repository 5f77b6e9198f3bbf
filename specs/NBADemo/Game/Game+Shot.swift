/// A shot from the choice of the shooter to the rebound.
extension Game {
  /// Taken from the makes for every point of lead: who is ahead plays with less care.
  private static let ease = 0.0014
  /// Added to the makes of the one shot that a timeout was taken for.
  private static let drawnUp = 0.1

  /// Returns whether the attack has the ball again.
  mutating func shoot(
    _ attack: inout GameSide, _ defence: inout GameSide, _ plan: Plan, _ isSecondChance: Bool
  ) -> Bool {
    let shooter = attack.pick(&random) { $0.shooting.usage }
    let habits = attack.players[shooter].shooting
    let zone = zone(for: plan, habits, isSecondChance)
    let distance = zone.distance(&random)
    let lead = min(max(attack.score - defence.score, -28), 28)
    let isMade = random.chance(
      zone.makes(from: distance) + habits.touch[zone.region] + attack.style.offence + attack.lift
        - defence.style.defence[zone.region] - Self.ease * Double(lead)
        + (plan == .usual ? 0 : Self.drawnUp))
    let isFouled = random.chance(zone.fouled * habits.contact)
    if isFouled { foul(&defence, against: attack) }
    // A fouled miss is no attempt, only free throws; the foul spoils half of what would go in.
    if isFouled && !(isMade && random.chance(0.45)) {
      return throwFree(zone.isThree ? 3 : 2, by: shooter, &attack, &defence)
    }
    count(shooter, zone, isMade, &attack)
    let other = isMade ? assist(zone, shooter, &attack) : block(zone, &defence)
    let subtype = subtype(zone, isSecondChance, distance, isAssisted: isMade && other >= 0)
    let seen = random.chance(0.001) ? -1 : distance
    record(
      subtype, isMade, from: seen, by: attack.players[shooter], isHome: attack.isHome, with: other)
    if isMade { return isFouled && throwFree(1, by: shooter, &attack, &defence) }
    return rebound(&attack, &defence, afterFreeThrow: false)
  }

  private mutating func zone(
    for plan: Plan, _ habits: Player.Shooting, _ isSecondChance: Bool
  ) -> ShotZone {
    if case .tie(let zone) = plan { return zone }
    if isSecondChance && random.chance(0.35) { return .rim }
    return ShotZone(rawValue: random.place(in: habits.mix)) ?? .rim
  }

  private func count(_ shooter: Int, _ zone: ShotZone, _ isMade: Bool, _ attack: inout GameSide) {
    attack.players[shooter].line.fieldGoalsAttempted += 1
    if zone.isThree { attack.players[shooter].line.threesAttempted += 1 }
    guard isMade else { return }
    attack.players[shooter].line.fieldGoalsMade += 1
    if zone.isThree { attack.players[shooter].line.threesMade += 1 }
    attack.score += zone.isThree ? 3 : 2
  }

  /// Player who passed to the made shot, −1 when nobody did.
  private mutating func assist(
    _ zone: ShotZone, _ shooter: Int, _ attack: inout GameSide
  ) -> Int {
    guard random.chance(zone.assisted) else { return -1 }
    let passer = attack.pick(&random, without: shooter) { $0.hands.passing }
    attack.players[passer].line.assists += 1
    return attack.players[passer].id
  }

  /// Player who blocked the missed shot, −1 when nobody did.
  private mutating func block(_ zone: ShotZone, _ defence: inout GameSide) -> Int {
    guard random.chance(zone.blocked) else { return -1 }
    let blocker = defence.pick(&random) { $0.hands.blocking }
    defence.players[blocker].line.blocks += 1
    return defence.players[blocker].id
  }

  private mutating func subtype(
    _ zone: ShotZone, _ isSecondChance: Bool, _ distance: Int, isAssisted: Bool
  ) -> PlayEvent.Subtype {
    if zone == .rim && isSecondChance && !isAssisted { return distance == 0 ? .tip : .putback }
    return random.element(of: zone.subtypes)
  }
}
