import CSHA256
import DuckDB
import FeatureAlgebra
import FeaturePlan
import Foundation
import Testing

@testable import FeatureKernels

@Suite struct RowHasherTests {
  static let columns = [
    ColumnPlan(name: "whole", type: .integer), ColumnPlan(name: "price", type: .number(18, 2)),
    ColumnPlan(name: "share", type: .number(18, 18)), ColumnPlan(name: "count", type: .integer32),
    ColumnPlan(name: "real", type: .double), ColumnPlan(name: "words", type: .text),
    ColumnPlan(name: "flag", type: .boolean), ColumnPlan(name: "on_day", type: .day),
    ColumnPlan(name: "at", type: .timestamp), ColumnPlan(name: "tags", type: .textList),
    ColumnPlan(name: "vector", type: .doubleList),
    ColumnPlan(name: "seen", type: .timestamp, role: .metadata),
  ]

  static func normalize(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

  /// The hash by DuckDB, of the text by `RowText`.
  static func expected(
    _ rows: [[String: RowText.Value]], _ rule: WritePlan.HashRule
  ) throws -> [String] {
    let text = RowText(of: columns, rule: rule, normalize: normalize)
    let connection = try Database().connect()
    let hash = try connection.prepare("SELECT LEFT(SHA256($text), 16)")
    return try rows.map { row in
      let bytes = text.bytes(text.columns.map { row[$0.name] ?? .null })
      let result = try hash.query(["text": .text(String(decoding: bytes, as: UTF8.self))])
      return try result.value().asText ?? "?"
    }
  }

  @Test(arguments: [WritePlan.HashRule.canonical, .plain])
  func `kernels hash as SQL does, whatever the workers`(rule: WritePlan.HashRule) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomCells(seed: seed)
    let rows = (0..<700).map { _ in random.row() }
    let table = try RandomCells.table(rows)
    let hasher = RowHasher(
      of: RowHasherTests.columns, rule: rule, normalize: RowHasherTests.normalize)
    let expected = try RowHasherTests.expected(rows, rule)
    #expect(hasher.hashes(of: table) == expected, "seed \(seed)")
    #expect(hasher.hashes(of: table, workers: 2) == expected, "seed \(seed)")
  }

  @Test func `a table without a hashed column has no hashes, one without rows has none to give`()
    throws
  {
    let hasher = RowHasher(
      of: [ColumnPlan(name: "a", type: .integer)], rule: .canonical, normalize: { $0 })
    #expect(try hasher.hashes(of: Table([("b", Column(.integer([1])))])) == nil)
    #expect(try hasher.hashes(of: Table([("a", Column(.double([1])))])) == nil)
    #expect(try hasher.hashes(of: Table([("a", Column(.integer([])))])) == [])
  }

  /// FIPS 180-4: the digest of "abc" starts with ba7816bf.
  @Test func `both ways through a block agree, and with the standard`() {
    var random = SystemRandomNumberGenerator()
    var abc = [UInt8](repeating: 0, count: 64)
    abc.replaceSubrange(0..<4, with: [0x61, 0x62, 0x63, 0x80])
    abc[63] = 24
    let initial: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    var state = initial
    csha256_blocks(&state, abc, 1)
    #expect(state[0] == 0xba78_16bf)
    for count in 1...9 {
      let bytes = (0..<64 * count).map { _ in UInt8.random(in: 0...255, using: &random) }
      var (one, other) = (initial, initial)
      csha256_blocks(&one, bytes, count)
      csha256_blocks_portable(&other, bytes, count)
      #expect(one == other)
    }
  }
}
