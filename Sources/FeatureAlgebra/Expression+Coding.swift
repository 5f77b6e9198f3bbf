/// An expression as data: one word and its operands, `{ "ratio": [a, b] }`. A constant stands for
/// itself, as `Literal` writes it.
extension Expression {
  /// The words: the names of the cases, of arithmetic and of comparisons.
  fileprivate enum Word: String, CodingKey {
    case column, feature, asOfDay, seasonOpening, aggregate, measured, league, coverage, previous
    case negated, absolute, squareRoot, floor, plus, minus, times, ratio, rounded, clamped
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case all, any, not, isNull, isIn, choice, firstPresent, labelOfExtreme
    case days, wholeYears, dayPlus, dayOf, seasonYear
    case clockMinutes, lowercased, joined, concatenated, cast, list, listOfPresent
    case prediction, kernel
  }

  public func encode(to encoder: any Encoder) throws {
    func write<each Operand: Encodable>(_ word: Word, _ operand: repeat each Operand) throws {
      var words = encoder.container(keyedBy: Word.self)
      var operands = words.nestedUnkeyedContainer(forKey: word)
      repeat try operands.encode(each operand)
    }
    switch self {
    case .literal(let literal): try literal.encode(to: encoder)
    case .column(let rows, let name): try write(.column, rows, name)
    case .feature(let name): try write(.feature, name)
    case .asOfDay: try write(.asOfDay)
    case .seasonOpening: try write(.seasonOpening)
    case .aggregate(let aggregation): try write(.aggregate, aggregation)
    case .measured(let aggregation, let value): try write(.measured, aggregation, value)
    case .league(let league): try write(.league, league)
    case .coverage(let measure, let window): try write(.coverage, measure, window)
    case .previous(let x): try write(.previous, x)
    case .negated(let x): try write(.negated, x)
    case .absolute(let x): try write(.absolute, x)
    case .squareRoot(let x): try write(.squareRoot, x)
    case .floor(let x): try write(.floor, x)
    case .arithmetic(let operation, let a, let b): try write(operation.word, a, b)
    case .ratio(let a, let b): try write(.ratio, a, b)
    case .rounded(let x, let scale): try write(.rounded, x, scale)
    case .clamped(let x, let low, let high): try write(.clamped, x, low, high)
    case .comparison(let comparison, let a, let b): try write(comparison.word, a, b)
    case .all(let xs): try write(.all, xs)
    case .any(let xs): try write(.any, xs)
    case .not(let x): try write(.not, x)
    case .isNull(let x): try write(.isNull, x)
    case .isIn(let x, let literals): try write(.isIn, x, literals)
    case .choice(let branches, let otherwise): try write(.choice, branches, otherwise)
    case .firstPresent(let xs): try write(.firstPresent, xs)
    case .labelOfExtreme(let extreme, let values): try write(.labelOfExtreme, extreme, values)
    case .days(let from, let to): try write(.days, from, to)
    case .wholeYears(let from, let to): try write(.wholeYears, from, to)
    case .dayPlus(let x, let days): try write(.dayPlus, x, days)
    case .dayOf(let x): try write(.dayOf, x)
    case .seasonYear(let x, let month): try write(.seasonYear, x, month)
    case .clockMinutes(let x): try write(.clockMinutes, x)
    case .lowercased(let x): try write(.lowercased, x)
    case .joined(let xs, let separator): try write(.joined, xs, separator)
    case .concatenated(let xs): try write(.concatenated, xs)
    case .cast(let x, let type): try write(.cast, x, type)
    case .list(let xs): try write(.list, xs)
    case .listOfPresent(let xs): try write(.listOfPresent, xs)
    case .prediction(let model, let values): try write(.prediction, model, values)
    case .kernel(let call, let inputs): try write(.kernel, call, inputs)
    }
  }

  public init(from decoder: any Decoder) throws {
    guard let words = try? decoder.container(keyedBy: Word.self), let word = words.allKeys.first
    else {
      self = .literal(try Literal(from: decoder))
      return
    }
    var operands = try words.nestedUnkeyedContainer(forKey: word)
    func next<Operand: Decodable>() throws -> Operand { try operands.decode(Operand.self) }
    self =
      switch word {
      case .column: .column(rows: try next(), name: try next())
      case .feature: .feature(try next())
      case .asOfDay: .asOfDay
      case .seasonOpening: .seasonOpening
      case .aggregate: .aggregate(try next())
      case .measured: .measured(try next(), against: try next())
      case .league: .league(try next())
      case .coverage: .coverage(try next(), window: try next())
      case .previous: .previous(try next())
      case .negated: .negated(try next())
      case .absolute: .absolute(try next())
      case .squareRoot: .squareRoot(try next())
      case .floor: .floor(try next())
      case .plus: .arithmetic(.plus, try next(), try next())
      case .minus: .arithmetic(.minus, try next(), try next())
      case .times: .arithmetic(.times, try next(), try next())
      case .ratio: .ratio(try next(), try next())
      case .rounded: .rounded(try next(), scale: try next())
      case .clamped: .clamped(try next(), low: try next(), high: try next())
      case .equal: .comparison(.equal, try next(), try next())
      case .notEqual: .comparison(.notEqual, try next(), try next())
      case .less: .comparison(.less, try next(), try next())
      case .lessOrEqual: .comparison(.lessOrEqual, try next(), try next())
      case .greater: .comparison(.greater, try next(), try next())
      case .greaterOrEqual: .comparison(.greaterOrEqual, try next(), try next())
      case .all: .all(try next())
      case .any: .any(try next())
      case .not: .not(try next())
      case .isNull: .isNull(try next())
      case .isIn: .isIn(try next(), try next())
      case .choice: .choice(try next(), otherwise: try next())
      case .firstPresent: .firstPresent(try next())
      case .labelOfExtreme: .labelOfExtreme(try next(), try next())
      case .days: .days(from: try next(), to: try next())
      case .wholeYears: .wholeYears(from: try next(), to: try next())
      case .dayPlus: .dayPlus(try next(), try next())
      case .dayOf: .dayOf(try next())
      case .seasonYear: .seasonYear(try next(), firstMonth: try next())
      case .clockMinutes: .clockMinutes(try next())
      case .lowercased: .lowercased(try next())
      case .joined: .joined(try next(), separator: try next())
      case .concatenated: .concatenated(try next())
      case .cast: .cast(try next(), try next())
      case .list: .list(try next())
      case .listOfPresent: .listOfPresent(try next())
      case .prediction: .prediction(try next(), try next())
      case .kernel: .kernel(try next(), try next())
      }
  }
}

extension Arithmetic {
  fileprivate var word: Expression.Word {
    switch self {
    case .plus: .plus
    case .minus: .minus
    case .times: .times
    }
  }
}

extension Comparison {
  fileprivate var word: Expression.Word {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}
