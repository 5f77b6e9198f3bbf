import FeatureAlgebra

/// A second reader of the expression tree: one row at a time, with optionals and plain loops, written from
/// `docs/semantics.md` and not from the evaluator.
struct Oracle {
  /// A column of the row at hand.
  var column: (_ rows: String, _ name: String) throws -> Value
  /// The oracle of the row before, of the same entity.
  var previous: () -> Oracle? = { nil }
  var feature: (String) throws -> Value = { _ in .null }
  var asOf: Value = .null
  var opening: Value = .null
  var aggregate: (Aggregation) throws -> Value = { _ in .null }
  var measured: (Aggregation, Double?) throws -> Value = { _, _ in .null }
  var league: (LeagueAverage) throws -> Value = { _ in .null }
  var coverage: (CoverageMeasure, String) throws -> Value = { _, _ in .null }
  /// The type of a column, on which integer or double arithmetic depends.
  var types: TypeRules

  func isInteger(_ x: Expression) -> Bool { (try? types.type(of: x).isInteger) ?? false }

  func evaluate(_ expression: Expression) throws -> Value {
    switch expression {
    case .literal(let literal): return Oracle.value(literal)
    case .column(let rows, let name): return try column(rows, name)
    case .feature(let name): return try feature(name)
    case .asOfDay: return asOf
    case .seasonOpening: return opening
    case .aggregate(let aggregation): return try aggregate(aggregation)
    case .measured(let aggregation, let limit):
      return try measured(aggregation, try evaluate(limit).double)
    case .league(let average): return try league(average)
    case .coverage(let measure, let window): return try coverage(measure, window)
    case .previous(let x): return try previous()?.evaluate(x) ?? .null

    case .negated(let x):
      return try number(x, { try Oracle.opposite($0) }, { -$0 })
    case .absolute(let x):
      return try number(x, { try $0 < 0 ? Oracle.opposite($0) : $0 }, { $0.magnitude })
    case .squareRoot(let x):
      guard let value = try evaluate(x).double, !(value < 0) else { return .null }
      return .double(value.squareRoot())
    case .floor(let x):
      return try evaluate(x).double.map { .double($0.rounded(.down)) } ?? .null
    case .arithmetic(let op, let a, let b): return try arithmetic(op, a, b)
    case .ratio(let a, let b):
      let (x, y) = (try evaluate(a).double, try evaluate(b).double)
      guard let x, let y, y != 0 else { return .null }
      return .double(x / y)
    case .rounded(let x, let scale):
      return try evaluate(x).double.map { .double(Oracle.rounded($0, scale)) } ?? .null
    case .clamped(let x, let low, let high): return try clamped(x, low, high)

    case .comparison(let op, let a, let b):
      let (x, y) = (try evaluate(a), try evaluate(b))
      if x.isNull || y.isNull { return .null }
      let sign = Oracle.compare(x, y, asIntegers: isInteger(a) && isInteger(b))
      return .truth(Oracle.holds(op, sign))
    case .all(let xs):
      var isKnown = true
      for x in xs {
        let truth = try evaluate(x).truth
        if truth == false { return .truth(false) }
        if truth == nil { isKnown = false }
      }
      return isKnown ? .truth(true) : .null
    case .any(let xs):
      var isKnown = true
      for x in xs {
        let truth = try evaluate(x).truth
        if truth == true { return .truth(true) }
        if truth == nil { isKnown = false }
      }
      return isKnown ? .truth(false) : .null
    case .not(let x): return try evaluate(x).truth.map { .truth(!$0) } ?? .null
    case .isNull(let x): return .truth(try evaluate(x).isNull)
    case .isIn(let x, let literals):
      let value = try evaluate(x)
      if value.isNull { return .null }
      return .truth(
        literals.map(Oracle.value).contains { other in
          !other.isNull
            && Oracle.compare(
              value, other, asIntegers: value.integer != nil && other.integer != nil) == 0
        })

    case .choice(let branches, let otherwise):
      let asDouble = try mixesNumbers(branches.map(\.value) + [otherwise])
      for branch in branches where try evaluate(branch.condition).truth == true {
        return Oracle.widened(try evaluate(branch.value), asDouble)
      }
      return Oracle.widened(try evaluate(otherwise), asDouble)
    case .firstPresent(let xs):
      let asDouble = try mixesNumbers(xs)
      for x in xs {
        let value = try evaluate(x)
        if !value.isNull { return Oracle.widened(value, asDouble) }
      }
      return .null
    case .labelOfExtreme(let extreme, let candidates): return try label(extreme, candidates)

    case .days(let from, let to):
      let (a, b) = (try evaluate(from).day, try evaluate(to).day)
      guard let a, let b else { return .null }
      return .integer(Int64(b) - Int64(a))
    case .dayPlus(let x, let days):
      guard let day = try evaluate(x).day else { return .null }
      let sum = Int64(day).addingReportingOverflow(Int64(days))
      guard !sum.overflow, let result = Int32(exactly: sum.partialValue) else {
        throw OracleError.doesNotFit
      }
      return .day(result)
    case .dayOf(let x):
      guard case .timestamp(let moment) = try evaluate(x) else { return .null }
      return .day(Int32((Double(moment) / 86_400_000_000).rounded(.down)))
    case .wholeYears(let from, let to):
      guard let from = try evaluate(from).day, let to = try evaluate(to).day else { return .null }
      let (first, last) = (Day(ordinal: from).civil, Day(ordinal: to).civil)
      let birthday = last.month * 100 + last.day >= first.month * 100 + first.day
      return .integer(Int64(last.year - first.year) - (birthday ? 0 : 1))
    case .seasonYear(let x, let firstMonth):
      guard let day = try evaluate(x).day else { return .null }
      let (year, month, _) = Day(ordinal: day).civil
      return .integer(Int64(month < firstMonth ? year - 1 : year))

    case .clockMinutes(let x):
      guard let text = try evaluate(x).text else { return .null }
      return Oracle.minutes(text).map { .double($0) } ?? .null
    case .lowercased(let x):
      guard let text = try evaluate(x).text else { return .null }
      return .text(text.lowercased())
    case .joined(let xs, let separator):
      let parts = try xs.map { try evaluate($0).text }.compactMap { $0 }
      return parts.isEmpty ? .null : .text(parts.joined(separator: separator))
    case .concatenated(let xs):
      let parts = try xs.map { try evaluate($0).text }
      return parts.contains(nil) ? .null : .text(parts.compactMap { $0 }.joined())
    case .cast(let x, let type): return try cast(try evaluate(x), type)
    case .list(let xs): return try list(xs, keepsNulls: true)
    case .listOfPresent(let xs): return try list(xs, keepsNulls: false)
    case .prediction(let model, let values): return .double(try prediction(model, values))
    case .kernel: throw OracleError.handKernel
    }
  }
}
