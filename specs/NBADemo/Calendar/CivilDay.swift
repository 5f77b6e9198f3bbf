/// A calendar day without a time zone, counted from 1970-01-01.
struct CivilDay: Comparable, Hashable, Sendable {
  let number: Int32

  init(number: Int32) { self.number = number }

  /// Howard Hinnant's day count of the proleptic Gregorian calendar.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// 0 is Sunday, 6 is Saturday.
  var weekday: Int { (Int(number) + 4) % 7 }

  /// `20241022`
  var compact: String {
    let (year, month, day) = parts
    return String(year * 10_000 + month * 100 + day)
  }

  /// Whether clocks in the United States are ahead: from the second Sunday of March to the first
  /// of November. Games start after the change of the clocks, so whole days are enough.
  var hasDaylightTime: Bool {
    let year = parts.year
    return self >= Self.weekday(0, nth: 2, year, 3) && self < Self.weekday(0, nth: 1, year, 11)
  }

  /// The `nth` given weekday of a month: `weekday(4, nth: 4, 2024, 11)` is Thanksgiving.
  static func weekday(_ weekday: Int, nth: Int, _ year: Int, _ month: Int) -> CivilDay {
    let first = CivilDay(year, month, 1)
    return first + ((weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
  }

  /// The moment `hours` after midnight UTC of this day; more than 24 is the day after.
  func at(hours: Double) -> Instant {
    Instant(microseconds: Int64(number) * 86_400_000_000) + Int(hours * 3600)
  }

  static func + (day: CivilDay, count: Int) -> CivilDay {
    CivilDay(number: day.number + Int32(count))
  }

  static func - (later: CivilDay, earlier: CivilDay) -> Int { Int(later.number - earlier.number) }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}

/// A moment in UTC.
struct Instant: Comparable, Sendable {
  let microseconds: Int64

  /// `seconds` later, or earlier when negative.
  static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(microseconds: instant.microseconds + Int64(seconds) * 1_000_000)
  }

  static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}
