import FeatureAlgebra
import FeaturePlan

/// What the columns of a table claim of every row that is written: presence, finite doubles, range,
/// vocabulary and the length of a vector. The same claims as the contract statements make of stored rows.
struct RowClaims: Sendable {
  private let columns: [(place: Int, claim: ColumnPlan)]

  /// - Parameter features: Names of the columns, in the order in which they are given to `check`.
  init(_ table: TablePlan, features: [String]) {
    columns = table.columns.compactMap { column in
      features.firstIndex(of: column.name).map { ($0, column) }
    }
  }

  /// Clears `holds` of each row that breaks a claim; rows that are false already stay so.
  func check(_ features: [Column], _ holds: inout [Bool]) {
    for (place, claim) in columns { features[place].check(claim, &holds) }
  }
}

extension Column {
  /// Clears `holds` of each row whose value is not what its column may hold.
  fileprivate func check(_ claim: ColumnPlan, _ holds: inout [Bool]) {
    if !claim.isNullable, let validity {
      for row in 0..<count where !validity[row] { holds[row] = false }
    }
    switch values {
    case .integer(let values):
      if let range = claim.range { check(values, range, &holds, exact) }
    case .decimal(let values, let scale):
      let unit = Decimals.power(scale)
      if let range = claim.range { check(values, range, &holds) { exact($0) / unit } }
    case .double(let values):
      check(values, claim.reach, &holds) { $0 }
    case .text(let codes, let dictionary):
      guard let words = claim.vocabulary, !words.isEmpty else { return }
      let allowed = dictionary.isAmong(words)
      for row in 0..<count where isValid(row) && !allowed[Int(codes[row])] { holds[row] = false }
    case .doubleList(let offsets, let elements):
      guard let claims = claim.elements else { return }
      checkVectors(offsets, elements, claims, &holds)
    case .boolean, .day, .timestamp, .textList: break
    }
  }

  /// Infinities and what is not a number are within no range.
  @inline(__always)
  private func check<Value>(
    _ values: [Value], _ range: ValueRange, _ holds: inout [Bool], _ number: (Value) -> Double
  ) {
    for row in 0..<count {
      if !range.holds(number(values[row])), isValid(row) { holds[row] = false }
    }
  }

  private func checkVectors(
    _ offsets: [Int32], _ elements: Column, _ claims: [ColumnPlan], _ holds: inout [Bool]
  ) {
    guard case .double(let values) = elements.values else {
      preconditionFailure("a vector's elements are doubles")
    }
    let reaches = claims.map(\.reach)
    for row in 0..<count where isValid(row) {
      let first = Int(offsets[row])
      guard Int(offsets[row + 1]) - first == claims.count else {
        holds[row] = false
        continue
      }
      for (number, claim) in claims.enumerated() {
        let value = values[first + number]
        let isWithin =
          elements.isValid(first + number)
          ? reaches[number].holds(value) : claim.isNullable
        if !isWithin { holds[row] = false }
      }
    }
  }
}

/// The number as a double; no number where it would be rounded, so that the stored rows are asked.
private func exact(_ value: Int64) -> Double {
  value.magnitude <= 1 << 53 ? Double(value) : .nan
}

extension ColumnPlan {
  /// Where a double may be: in its range, and finite in any case.
  fileprivate var reach: ValueRange {
    range ?? ValueRange(-.greatestFiniteMagnitude, .greatestFiniteMagnitude)
  }
}

extension ValueRange {
  @inline(__always)
  fileprivate func holds(_ value: Double) -> Bool { value >= lowest && value <= highest }
}

extension TextDictionary {
  /// By code, whether the text is one of some words.
  fileprivate func isAmong(_ words: [String]) -> [Bool] {
    texts.map { text in words.contains { Bytes.equal($0, text) } }
  }
}
