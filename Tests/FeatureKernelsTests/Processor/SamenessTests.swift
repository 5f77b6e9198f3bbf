import FeatureAlgebra
import FeatureKernels
import Testing

/// A day's rows are the same however they are computed.
struct SamenessTests {
  private func season() throws -> (SampleSeason, KernelProgram, KernelOutput) {
    let season = try SampleSeason(players: 90, length: 90, seed: seed(5))
    let program = try SampleSeason.plan().program()
    return (season, program, try program.run(season.input()))
  }

  @Test(arguments: [2, 3, 8])
  func `any number of workers gives the same rows`(workers: Int) throws {
    let (season, program, output) = try season()
    #expect(output.count > 4_000)
    #expect(try program.run(season.input(), workers: workers) == output)
  }

  @Test(arguments: [1, 7, 40])
  func `any cut into slabs gives the same rows`(size: Int) throws {
    let (season, program, output) = try season()
    var row = 0
    for start in stride(from: 0, to: season.days.count, by: size) {
      let days = Array(season.days[start..<min(start + size, season.days.count)])
      let slab = try program.run(season.input(days: days))
      let rows = row..<row + slab.count
      #expect(slab.asOf == output.asOf.slice(rows))
      #expect(slab.features == output.features.slice(rows))
      #expect(slab.outcomes == Array(output.outcomes[rows]))
      #expect(slab.reasons == output.reasons.slice(rows))
      row += slab.count
    }
    #expect(row == output.count)
  }

  @Test func `only the history a day can reach is needed`() throws {
    // The last day alone, with the games before it alone.
    let (season, program, output) = try season()
    let last = try #require(season.days.last)
    let days = season.games["day"]?.dayOrdinals ?? []
    let before = days.indices.filter { days[$0] < last.day.ordinal }.map { Int32($0) }
    let alone = try program.run(season.input(days: [last], order: { _ in before }))
    #expect(alone.features == output.features.slice(output.count - alone.count..<output.count))
  }

  @Test(arguments: [UInt64(1), 2])
  func `any order of the history's rows gives the same rows`(number: UInt64) throws {
    let (season, program, output) = try season()
    var dice = Dice(seed: number)
    let shuffled = try program.run(
      season.input(order: { count in (0..<Int32(count)).shuffled(using: &dice) }))
    #expect(shuffled == output)
    #expect(
      try program.run(season.input(order: { count in (0..<Int32(count)).reversed() })) == output)
  }

  @Test func `days may be given in any order`() throws {
    let (season, program, output) = try season()
    #expect(try program.run(season.input(days: season.days.reversed())) == output)
  }
}
