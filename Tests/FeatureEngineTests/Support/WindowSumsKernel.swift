import FeatureAlgebra
import FeatureKernels

/// A hand kernel that says what some expressions say too, and one thing that none can.
struct WindowSums: KernelShape {
  static let name = "window_sums"
  static let version = 1
  let player = KernelValue("player", .text)
  let threshold = KernelValue("threshold", .double, .points)
  let points = KernelColumn("points", .integer, .points)
  let rating = KernelColumn("rating", .number(6, 2), .rating)
  let team = KernelColumn("team", .text)
  let day = KernelColumn("day", .day)
  let rows = KernelResult("rows", .integer, .count)
  let newestPoints = KernelResult("newest_points", .integer, .points)
  let total = KernelResult("total", .integer, .points)
  let meanRating = KernelResult("mean_rating", .double, .rating)
  let newestTeam = KernelResult("newest_team", .text)
  let oldestDay = KernelResult("oldest_day", .day)
  /// Rows with more points than the threshold of the entity.
  let above = KernelResult("above", .integer, .count)
  let greeting = KernelResult("greeting", .text)
  init() {}
}

/// The same function with more results: not the one that the specs call.
struct OtherSums: KernelShape {
  static let name = "window_sums"
  static let version = 1
  let rows = KernelResult("rows", .integer, .count)
  init() {}
}

/// A newer version of it.
struct NewerSums: KernelShape {
  static let name = "window_sums"
  static let version = 2
  let points = KernelColumn("points", .integer, .points)
  let rows = KernelResult("rows", .integer, .count)
  init() {}
}

struct WindowSumsKernel: KernelFunction {
  enum Fault: CaseIterable { case isTooShort, isOfAnotherType, isMissing, isNotANumber }
  var fault: Fault?

  func compute(_ batch: KernelBatch<WindowSums>) -> KernelResults<WindowSums> {
    let (points, ratings) = (batch[\.points], batch[\.rating])
    let (teams, days) = (batch[\.team], batch[\.day])
    var found: [Row] = []
    for row in 0..<batch.count {
      var result = Row()
      for place in batch.newestFirst(row) {
        let value = points.isValid(place) ? points.integers?[place] : nil
        if result.rows == 0 {
          result.newestPoints = value
          result.newestTeam = teams.text(place)
        }
        result.rows += 1
        result.total = value.map { ($0 + (result.total ?? 0)) } ?? result.total
        if ratings.isValid(place), let unscaled = ratings.unscaled?[place] {
          result.ratings.append(unscaled)
        }
        result.oldestDay = days.dayOrdinals.map { Day(ordinal: $0[place]) }
        if let value, batch[\.threshold].isValid(row),
          Double(value) > batch[\.threshold].doubles?[row] ?? 0
        {
          result.above += 1
        }
      }
      result.greeting = batch[\.player].text(row).map { "hello \($0)" }
      found.append(result)
    }
    var results = KernelResults<WindowSums>()
    results[\.rows] = .integers(found.map(\.rows))
    results[\.newestPoints] = .integers(found.map(\.newestPoints))
    results[\.meanRating] = .doubles(found.map(\.meanRating))
    results[\.newestTeam] = .texts(found.map(\.newestTeam))
    results[\.oldestDay] = .days(found.map(\.oldestDay))
    results[\.above] = .integers(found.map(\.above))
    results[\.greeting] = .texts(found.map(\.greeting))
    switch fault {
    case nil: results[\.total] = .integers(found.map(\.total))
    case .isTooShort: results[\.total] = .integers(found.dropFirst().map(\.total))
    case .isOfAnotherType: results[\.total] = .doubles(found.map { $0.total.map(Double.init) })
    case .isMissing: break
    case .isNotANumber:
      results[\.total] = .integers(found.map(\.total))
      results[\.meanRating] = .doubles(found.map { _ in .nan })
    }
    return results
  }

  private struct Row {
    var rows: Int64 = 0
    var newestPoints: Int64?
    var total: Int64?
    var ratings: [Int64] = []
    var newestTeam: String?
    var oldestDay: Day?
    var above: Int64 = 0
    var greeting: String?

    var meanRating: Double? {
      ratings.isEmpty ? nil : Double(ratings.reduce(0, +)) / Double(ratings.count * 100)
    }
  }
}

struct OtherSumsKernel: KernelFunction {
  func compute(_ batch: KernelBatch<OtherSums>) -> KernelResults<OtherSums> { KernelResults() }
}

struct NewerSumsKernel: KernelFunction {
  func compute(_ batch: KernelBatch<NewerSums>) -> KernelResults<NewerSums> {
    var results = KernelResults<NewerSums>()
    results[\.rows] = .integers((0..<batch.count).map { Int64(batch.newestFirst($0).count) })
    return results
  }
}
