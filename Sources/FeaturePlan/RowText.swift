public import FeatureAlgebra

/// What a row hash is taken of (D-05): the one encoding, which SQL and kernels write byte for byte alike
/// (X-10).
///
///     RowText(of: table.columns).bytes([.day(day), .text("lebronjames"), .integer(28)])
///     // cache_date=2023-04-09|player_lookup="lebronjames"|points=28
///
/// The row's hash is the first 16 hexadecimal digits of the SHA-256 of these bytes.
public struct RowText: Sendable {
  /// Stands for NULL.
  public static let missing = "∅"

  /// A value as it is stored: decimals at their scale, 32-bit integers as 64-bit ones.
  public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    /// A `DECIMAL` as its unscaled integer; the scale is the column's.
    case decimal(Int64)
    case double(Double)
    case text(String)
    case boolean(Bool)
    case day(Day)
    /// Microseconds since 1970-01-01, UTC.
    case timestamp(Int64)
    case textList([String?])
    case doubleList([Double?])
  }

  /// The business columns in the order in which `bytes` takes their values.
  public let columns: [ColumnPlan]
  let rule: WritePlan.HashRule
  /// `|points=` of each column; the first without the bar.
  private let openings: [[UInt8]]
  private let normalize: @Sendable (String) -> String

  /// - Parameters:
  ///   - columns: All columns of a table; metadata is left out here.
  ///   - normalize: Unicode normalization form C. It is asked for texts beyond ASCII only; the standard
  ///     library has no public name for it, Foundation calls it `precomposedStringWithCanonicalMapping`.
  public init(
    of columns: [ColumnPlan], rule: WritePlan.HashRule = .canonical,
    normalize: @escaping @Sendable (String) -> String
  ) {
    self.columns = RowText.hashed(columns)
    self.rule = rule
    self.normalize = normalize
    self.openings = self.columns.enumerated().map { index, column in
      Array(RowText.opening(column.name, isFirst: index == 0).utf8)
    }
  }

  /// The columns that a row hash covers, in the order in which it does: those marked business, by the
  /// bytes of their names.
  public static func hashed(_ columns: [ColumnPlan]) -> [ColumnPlan] {
    columns.filter { $0.role == .business }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// `|points=` of a column; the first without the bar.
  public static func opening(_ name: String, isFirst: Bool) -> String {
    (isFirst ? "" : "|") + name + "="
  }

  /// The UTF-8 bytes of a row's text; one value per column, in their order.
  public func bytes(_ values: [Value]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, value) in values.enumerated() { append(value, at: index, to: &out) }
    return out
  }

  /// Adds column number `index` with its name: for writers that go through columns one at a time.
  public func append(_ value: Value, at index: Int, to out: inout [UInt8]) {
    out += openings[index]
    switch value {
    case .null: out += RowText.missing.utf8
    case .integer(let number), .timestamp(let number): out += String(number).utf8
    case .decimal(let unscaled):
      RowText.append(unscaled: unscaled, scale: columns[index].type.scale ?? 0, to: &out)
    case .double(let number): RowText.append(number, to: &out)
    case .text(let text): append(text, to: &out)
    case .boolean(let flag): out.append(UInt8(ascii: flag ? "t" : "f"))
    case .day(let day): out += day.description.utf8
    case .textList(let texts):
      list(texts, to: &out) { (text, out) in append(text, to: &out) }
    case .doubleList(let numbers):
      list(numbers, to: &out) { (number, out) in RowText.append(number, to: &out) }
    }
  }

  /// `[a,∅,b]`
  public func list<Element>(
    _ elements: [Element?], to out: inout [UInt8], _ append: (Element, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if let element { append(element, &out) } else { out += RowText.missing.utf8 }
    }
    out.append(UInt8(ascii: "]"))
  }

  /// `"O'Neal \"Shaq\""`, or the text as it is by the plain rule.
  public func append(_ text: String, to out: inout [UInt8]) {
    if rule == .plain {
      out += text.utf8
      return
    }
    out.append(UInt8(ascii: #"""#))
    for byte in canonical(text).utf8 {
      if byte == UInt8(ascii: #"\"#) || byte == UInt8(ascii: #"""#) {
        out.append(UInt8(ascii: #"\"#))
      }
      out.append(byte)
    }
    out.append(UInt8(ascii: #"""#))
  }

  /// Trimmed of blanks (category Zs), then in normalization form C.
  private func canonical(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, RowText.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, RowText.isBlank(last) { scalars.removeLast() }
    let trimmed = String(scalars)
    return trimmed.utf8.allSatisfy({ $0 < 0x80 }) ? trimmed : normalize(trimmed)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (scalar.value > 0x7f && scalar.properties.generalCategory == .spaceSeparator)
  }
}
