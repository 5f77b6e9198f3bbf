internal import FeatureAlgebra
internal import FeaturePlan

/// Integers, timestamps and decimals: `28`, `-0.50`.
struct NumberWriter: CellWriter {
  private let frame: CellFrame
  private let values: [Int64]
  private let scale: Int

  init(_ opening: [UInt8], _ validity: Validity?, _ values: [Int64], scale: Int) {
    self.frame = CellFrame(opening, validity)
    self.values = values
    self.scale = scale
  }

  /// A sign, 19 digits or as many as the scale asks for, a point.
  var longest: Int { frame.longest(max(19, scale + 1) + 2) }

  func append(_ rows: Range<Int>, to texts: RowTexts) {
    values.withUnsafeBufferPointer { values in
      frame.append(rows, to: texts) { row, out in
        Digits.write(values[row], scale: scale, to: out)
      }
    }
  }
}

/// `2023-04-09`. Neighbouring rows mostly share their day, so the last text is kept.
struct DayWriter: CellWriter {
  private let frame: CellFrame
  private let values: [Int32]

  init(_ opening: [UInt8], _ validity: Validity?, _ values: [Int32]) {
    self.frame = CellFrame(opening, validity)
    self.values = values
  }

  /// Years have four digits and days no more than the DuckDB calendar's; its widest text is 16 bytes.
  var longest: Int { frame.longest(16) }

  func append(_ rows: Range<Int>, to texts: RowTexts) {
    var last: Int32?
    var text: [UInt8] = []
    values.withUnsafeBufferPointer { values in
      frame.append(rows, to: texts) { row, out in
        if values[row] != last {
          last = values[row]
          text = Array(Day(ordinal: values[row]).description.utf8)
        }
        for (index, byte) in text.enumerated() { out[index] = byte }
        return text.count
      }
    }
  }
}

/// Texts: each word of the dictionary is written once, rows copy it.
struct WordWriter: CellWriter {
  private let frame: CellFrame
  private let codes: [Int32]
  /// The words one after the other; word `c` is `words[starts[c]..<starts[c + 1]]`.
  private let words: [UInt8]
  private let starts: [Int]

  init(
    _ opening: [UInt8], _ validity: Validity?, _ codes: [Int32], _ dictionary: TextDictionary,
    _ text: RowText
  ) {
    self.frame = CellFrame(opening, validity)
    self.codes = codes
    var words: [UInt8] = []
    var starts = [0]
    for word in dictionary.texts {
      text.append(word, to: &words)
      starts.append(words.count)
    }
    self.words = words
    self.starts = starts
  }

  var longest: Int { frame.longest(zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0) }

  func append(_ rows: Range<Int>, to texts: RowTexts) {
    codes.withUnsafeBufferPointer { codes in
      words.withUnsafeBufferPointer { words in
        starts.withUnsafeBufferPointer { starts in
          frame.append(rows, to: texts) { row, out in
            let code = Int(codes[row])
            let count = starts[code + 1] - starts[code]
            if let first = words.baseAddress {
              out.update(from: first + starts[code], count: count)
            }
            return count
          }
        }
      }
    }
  }
}

/// Kinds that are rare or long: written by `RowText` once, rows copy them.
struct AnyWriter: CellWriter {
  private let frame: CellFrame
  private let words: [UInt8]
  private let starts: [Int]

  init(_ opening: [UInt8], _ column: Column, _ text: RowText) {
    self.frame = CellFrame(opening, column.validity)
    var words: [UInt8] = []
    var starts = [0]
    for row in 0..<column.count {
      if column.isValid(row) { AnyWriter.append(column, row, text, to: &words) }
      starts.append(words.count)
    }
    self.words = words
    self.starts = starts
  }

  var longest: Int { frame.longest(zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0) }

  func append(_ rows: Range<Int>, to texts: RowTexts) {
    words.withUnsafeBufferPointer { words in
      frame.append(rows, to: texts) { row, out in
        let count = starts[row + 1] - starts[row]
        if let first = words.baseAddress { out.update(from: first + starts[row], count: count) }
        return count
      }
    }
  }

  private static func append(_ column: Column, _ row: Int, _ text: RowText, to out: inout [UInt8]) {
    switch column.values {
    case .boolean(let values): out.append(UInt8(ascii: values[row] ? "t" : "f"))
    case .double(let values): RowText.append(values[row], to: &out)
    case .textList(let offsets, let elements), .doubleList(let offsets, let elements):
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      text.list(range.map { elements.isValid($0) ? $0 : nil }, to: &out) { element, out in
        append(elements, element, text, to: &out)
      }
    case .text(let codes, let dictionary): text.append(dictionary[codes[row]], to: &out)
    case .integer, .timestamp, .decimal, .day:
      preconditionFailure("\(column.word) have a writer of their own")
    }
  }
}

/// Digits of whole numbers.
enum Digits {
  /// `-0.50` of −50 at scale 2. - Returns: the number of bytes.
  @inline(__always)
  static func write(_ value: Int64, scale: Int, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = value.magnitude
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, rest >= limit {
      digits += 1
      limit &*= 10
    }
    let shown = max(digits, scale + 1)
    let sign = value < 0 ? 1 : 0
    if value < 0 { out[0] = UInt8(ascii: "-") }
    var place = sign + shown + (scale > 0 ? 1 : 0)
    let count = place
    for position in 0..<shown {
      if position == scale, scale > 0 {
        place -= 1
        out[place] = UInt8(ascii: ".")
      }
      place -= 1
      out[place] = UInt8(48 + rest % 10)
      rest /= 10
    }
    return count
  }
}
