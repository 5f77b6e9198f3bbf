/// Functions by what they do; each dialect has a spelling or a sentence why not.
enum SQLFunction: String, Hashable, Sendable, CaseIterable {
  /// `ABS(x)`
  case absolute
  /// `SQRT(x)`
  case squareRoot
  /// `EXP(x)` of a double.
  case exponential
  /// A double as a floating-point number of 32 bits; NULL where it is too large.
  case singleOrNull
  /// `FLOOR(x)` of a double.
  case floor
  /// `ROUND(x, scale)` of a double, half away from zero.
  case round
  /// `COALESCE(a, b, …)`
  case coalesce
  /// `NULLIF(a, b)`
  case nullIf
  /// `GREATEST(a, b)` of values that are never NULL.
  case greatest
  /// `LEAST(a, b)` of values that are never NULL.
  case least
  /// `LEAST(a, b, …)` of those that are not NULL; NULL where all are.
  case smallestPresent
  /// `GREATEST(a, b, …)` of those that are not NULL; NULL where all are.
  case largestPresent
  /// `LOWER(x)`
  case lower
  /// Separator first; NULL parts stand out.
  case concatenatedWith
  /// Whole text against a pattern.
  case matches
  /// Text, separator, position from 1.
  case splitPart
  /// `YEAR` of a day.
  case yearOf
  /// `MONTH` of a day, 1 to 12.
  case monthOf
  /// Day of the month, 1 to 31.
  case dayOfMonth
  /// Whole days from the first day to the second.
  case daysBetween
  /// The day, and a whole number of days later.
  case dayPlus
  /// The day, and a whole number of days earlier.
  case dayMinus
  /// `[a, b, c]`
  case list
  /// `[a, b, c]` without NULLs.
  case listOfPresent
  /// List, position from 1: NULL where there is none.
  case element
  /// How many elements a list has.
  case length
  /// Fails the statement with a text when evaluated.
  case error

  // Row hashes and digests.

  /// The texts one after the other; none of them is NULL.
  case concatenated
  /// Text, number of characters.
  case left
  /// SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits in lower case.
  case sha256
  /// The text without blanks (Unicode category Zs) at both ends.
  case trim
  /// The text in Unicode normalization form C.
  case normalized
  /// Text, what to find, what to put there.
  case replace
  /// Text, characters to take away at its end.
  case trimEnd
  /// A double in decimal notation with nine digits after the point.
  case nineDecimals
  /// Microseconds since 1970-01-01 of a timestamp.
  case microseconds
  /// List, `column("element")` as a text, separator: the texts of all elements joined.
  case joinedElements
  /// 16 hexadecimal digits as a number of 64 bits; NULL for any other text.
  case hexadecimal
  /// A mark of 64 bits of several values, NULLs among them, by the engine's own hash.
  case engineHash
  /// Whether a double is neither NaN nor infinite.
  case isFinite
  /// The name of the database in use, as the information schema has it.
  case currentCatalog
}

/// Aggregates by what they do.
enum SQLAggregate: String, Hashable, Sendable, CaseIterable {
  /// A 64-bit integer.
  case count
  /// Of integers: at least 128 bits wide, so it is narrowed where it is used.
  case sum
  case smallest
  case largest
  /// The middle value of doubles, or halfway between the two in the middle.
  case median
  case anyTrue
  case allTrue
  /// Any value that is not NULL; used where there is one at most.
  case anyValue
  /// The first argument where the second is largest, NULL included.
  case valueAtLargest
  /// The first argument where the second is smallest, NULL included.
  case valueAtSmallest
  /// The values in a list, in the order of the call; NULL of no row.
  case listed
}
