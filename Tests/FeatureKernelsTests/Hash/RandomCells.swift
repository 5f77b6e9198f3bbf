import FeatureAlgebra
import FeaturePlan

@testable import FeatureKernels

/// Random rows of `RowHasherTests.columns`, as values and as columns.
struct RandomCells: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { self.state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func row() -> [String: RowText.Value] {
    [
      "whole": maybe { .integer($0.integer()) }, "price": maybe { .decimal($0.integer() / 10) },
      "share": maybe { .decimal($0.integer() / 10) },
      "count": maybe { .integer(Int64(Int32(truncatingIfNeeded: $0.integer()))) },
      "real": maybe { .double($0.double()) }, "words": maybe { .text($0.text()) },
      "flag": maybe { .boolean(Bool.random(using: &$0)) },
      "on_day": maybe { .day(Day(ordinal: Int32.random(in: 0...20_000, using: &$0))) },
      "at": maybe { .timestamp($0.integer()) },
      "tags": maybe { random in
        .textList(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Bool.random(using: &random) ? random.text() : nil
          })
      },
      "vector": maybe { random in
        .doubleList(
          (0..<Int.random(in: 0...30, using: &random)).map { _ in
            Bool.random(using: &random) ? random.double() : nil
          })
      },
    ]
  }

  private mutating func maybe(_ value: (inout RandomCells) -> RowText.Value) -> RowText.Value {
    Int.random(in: 0..<4, using: &self) == 0 ? .null : value(&self)
  }

  /// Of every length, the ends of the range among them.
  private mutating func integer() -> Int64 {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: [Int64.min, .max, 0, -1, 9, 10, 99, 100][Int.random(in: 0..<8, using: &self)]
    default: Int64(bitPattern: next()) >> Int64.random(in: 0..<63, using: &self)
    }
  }

  private mutating func double() -> Double {
    Double(integer()) / [1, 8, 1_000, 1e9, 1e15][Int.random(in: 0..<5, using: &self)]
  }

  private mutating func text() -> String {
    let pieces = ["a", "Z", " ", "\"", "\\", "|", "∅", "e\u{301}", "\u{a0}", "č", "🏀"]
    return (0..<Int.random(in: 0...9, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }.joined()
  }

  /// The same rows as columns.
  static func table(_ rows: [[String: RowText.Value]]) throws -> Table {
    try Table(
      RowHasherTests.columns.filter { $0.role == .business }.map { plan in
        (plan.name, column(rows.map { $0[plan.name] ?? .null }, plan.type))
      })
  }

  private static func column(_ cells: [RowText.Value], _ type: ColumnType) -> Column {
    func values<T>(_ filler: T, _ value: (RowText.Value) -> T?) -> [T] {
      cells.map { value($0) ?? filler }
    }
    let validity = Validity(cells.map { $0 != .null })
    let integers = values(Int64(7)) {
      switch $0 {
      case .integer(let value), .decimal(let value), .timestamp(let value): value
      default: nil
      }
    }
    switch type {
    case .integer, .integer32: return Column(.integer(integers), validity: validity)
    case .decimal(_, let scale): return Column(.decimal(integers, scale: scale), validity: validity)
    case .timestamp: return Column(.timestamp(integers), validity: validity)
    case .double:
      return Column(
        .double(values(0) { if case .double(let value) = $0 { value } else { nil } }),
        validity: validity)
    case .boolean:
      return Column(
        .boolean(values(true) { if case .boolean(let value) = $0 { value } else { nil } }),
        validity: validity)
    case .day:
      return Column(
        .day(values(0) { if case .day(let value) = $0 { value.ordinal } else { nil } }),
        validity: validity)
    case .text:
      return texts(cells.map { if case .text(let value) = $0 { value } else { nil } })
    case .textList:
      let lists: [[String?]?] = cells.map {
        if case .textList(let value) = $0 { value } else { nil }
      }
      return Column(
        .textList(
          offsets: offsets(lists.map { $0?.count ?? 0 }),
          elements: texts(lists.flatMap { $0 ?? [] })),
        validity: validity)
    case .doubleList:
      let lists: [[Double?]?] = cells.map {
        if case .doubleList(let value) = $0 { value } else { nil }
      }
      let elements = lists.flatMap { $0 ?? [] }
      return Column(
        .doubleList(
          offsets: offsets(lists.map { $0?.count ?? 0 }),
          elements: Column(
            .double(elements.map { $0 ?? 0 }), validity: Validity(elements.map { $0 != nil }))),
        validity: validity)
    }
  }

  private static func offsets(_ counts: [Int]) -> [Int32] {
    counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1)) }
  }

  private static func texts(_ texts: [String?]) -> Column {
    var builder = TextBuilder()
    for text in texts { builder.append(text) }
    return builder.finish()
  }
}
