import Testing

@testable import NBAKernels

@Suite struct GameSettingTests {
  private let target = GameSetting(tier: .elite, restDays: 1, isHome: true, form: .normal)

  @Test func `worked example 8: elite, two days, home and hot is 75 like elite, one, home, normal`()
  {
    let game = GameSetting(tier: .elite, restDays: 2, isHome: true, form: .hot)
    #expect(target.similarity(to: game) == 40 + 15 + 15 + 5)
  }

  @Test func `a game like itself is 100`() { #expect(target.similarity(to: target) == 100) }

  @Test func `only the average tier stands beside the others`() {
    func score(_ tier: GameSetting.Tier, _ other: GameSetting.Tier) -> Int {
      GameSetting(tier: tier).similarity(to: GameSetting(tier: other)) - 5
    }
    #expect(score(.elite, .average) == 20)
    #expect(score(.weak, .average) == 20)
    #expect(score(.average, .elite) == 20)
    #expect(score(.elite, .weak) == 0)
    #expect(score(.weak, .weak) == 40)
  }

  @Test func `three days of rest and more are one bucket`() {
    func score(_ rest: Int, _ other: Int) -> Int {
      GameSetting(restDays: rest).similarity(to: GameSetting(restDays: other)) - 5
    }
    #expect(score(3, 7) == 30)
    #expect(score(2, 6) == 15)
    #expect(score(0, 1) == 15)
    #expect(score(0, 2) == 0)
    #expect(score(0, 0) == 30)
  }

  @Test func `what is not known is like nothing`() {
    #expect(GameSetting().similarity(to: target) == 5)
    #expect(target.similarity(to: GameSetting()) == 5)
    #expect(GameSetting().similarity(to: GameSetting()) == 5)
  }
}
