/// Texts between quotes, those inside doubled.
///
/// By bytes, for that is how engines read them: a quote that carries an accent is one `Character` together with
/// it, unlike a quote alone, and ends a literal all the same.
package enum Quoting {
  /// `'it''s'`
  package static func literal(_ text: String) -> String { between(UInt8(ascii: "'"), text) }

  /// `"points"`
  package static func identifier(_ name: String) -> String { between(UInt8(ascii: "\""), name) }

  /// - Parameter quote: An ASCII character.
  package static func between(_ quote: UInt8, _ text: String) -> String {
    let mark = String(decoding: [quote], as: UTF8.self)
    guard text.utf8.contains(quote) else { return mark + text + mark }
    let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return mark + String(decoding: doubled, as: UTF8.self) + mark
  }
}
