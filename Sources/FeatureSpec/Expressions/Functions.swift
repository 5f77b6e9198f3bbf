/// `value` where the condition is true, else `otherwise`.
public func when<T: Term>(_ condition: T, _ value: T, otherwise: T = 0) -> T {
  T(
    .choice(
      [Branch(when: condition.expression, then: value.expression)],
      otherwise: otherwise.expression))
}

/// `value` where the condition is true, else NULL of the type.
public func when<T: Term>(_ condition: T, _ value: T, elseMissing type: ColumnType) -> T {
  when(condition, value, otherwise: .missing(type))
}

/// The value of the first condition that is true: ordered cut points.
///
/// ```swift
/// firstMatch((paint >= 40, "paint"), (three >= 40, "perimeter"), otherwise: "balanced")
/// ```
public func firstMatch<T: Term>(_ branches: (T, T)..., otherwise: T) -> T {
  T(
    .choice(
      branches.map { Branch(when: $0.0.expression, then: $0.1.expression) },
      otherwise: otherwise.expression))
}

/// a / b as a double, NULL where b is 0: the ratio of two sums.
public func ratio<T: Term>(_ a: T, _ b: T) -> T { T(.ratio(a.expression, b.expression)) }

/// 100 · a / b in this order, so that whole numbers are rounded once; NULL where b is 0.
public func percent<T: Term>(_ a: T, of b: T) -> T {
  T(.ratio(.arithmetic(.times, .literal(.integer(100)), a.expression), b.expression))
}

public func absolute<T: Term>(_ value: T) -> T { T(.absolute(value.expression)) }
public func squareRoot<T: Term>(_ value: T) -> T { T(.squareRoot(value.expression)) }
public func floor<T: Term>(_ value: T) -> T { T(.floor(value.expression)) }

/// The first that is not NULL.
public func firstPresent<T: Term>(_ values: T...) -> T {
  T(.firstPresent(values.map(\.expression)))
}

/// True where every condition is; true for none.
public func all<T: Term>(_ conditions: [T]) -> T { T(.all(conditions.map(\.expression))) }

/// True where any condition is; false for none.
public func atLeastOne<T: Term>(of conditions: [T]) -> T { T(.any(conditions.map(\.expression))) }

/// How many of the conditions are true.
public func count<T: Term>(of conditions: [T]) -> T { total(conditions.map { when($0, 1) }) }

/// The values added up, 0 for none; NULL where any is.
public func total<T: Term>(_ values: [T]) -> T {
  guard let first = values.first else { return 0 }
  return values.dropFirst().reduce(first) { sum, next in
    T(.arithmetic(.plus, sum.expression, next.expression))
  }
}

/// The label of the smallest value; NULLs stand out, ties go to the earlier label.
public func labelOfSmallest<T: Term>(_ candidates: (String, T)...) -> T {
  T(.labelOfExtreme(.smallest, candidates.map { Labelled($0.0, $0.1.expression) }))
}

/// The label of the largest value; NULLs stand out, ties go to the earlier label.
public func labelOfLargest<T: Term>(_ candidates: (String, T)...) -> T {
  T(.labelOfExtreme(.largest, candidates.map { Labelled($0.0, $0.1.expression) }))
}

/// The texts that are present, joined; NULL where none is.
public func joined<T: Term>(_ texts: [T], by separator: String) -> T {
  T(.joined(texts.map(\.expression), separator: separator))
}

/// One text after the other; NULL where any is.
public func concatenated<T: Term>(_ texts: T...) -> T {
  T(.concatenated(texts.map(\.expression)))
}

/// A list of fixed length and order; elements may be NULL.
public func list<T: Term>(_ elements: [T]) -> T { T(.list(elements.map(\.expression))) }

/// A list of the elements that are present.
public func listOfPresent<T: Term>(_ elements: [T]) -> T {
  T(.listOfPresent(elements.map(\.expression)))
}

/// The season of a day by the month rule: its year from `firstMonth` on, else the year before.
public func seasonYear<T: Term>(of day: T, firstMonth: Int = 10) -> T {
  T(.seasonYear(day.expression, firstMonth: firstMonth))
}

/// True where the day lies in one of the months, 1 to 12.
public func isInMonth<T: Term>(_ day: T, _ months: Int...) -> T {
  T(
    .any(
      months.map { month in
        // The two month rules part in that one month.
        .comparison(
          .notEqual, .seasonYear(day.expression, firstMonth: month),
          .seasonYear(day.expression, firstMonth: month + 1))
      }))
}

/// The day D that a row is computed for.
public let asOfDay = Aggregate(.asOfDay)

/// The opening day of D's season.
public let seasonOpening = Aggregate(.seasonOpening)

/// Another column of the same row, as stored.
public func stored(_ column: Column) -> Aggregate { Aggregate(.feature(column.name)) }
