/// An entity, or a whole day, that got no row, and why.
package struct FailureRecord: Hashable, Sendable {
  package let run: String
  package let processor: String
  /// The as-of day, ISO text.
  package let day: String
  /// `nil` when the whole day failed.
  package let entity: String?
  /// A name from the engine's list: `INSUFFICIENT_DATA`.
  package let category: String
  /// A sentence of at most 1000 characters (Unicode scalars, as SQL's `LENGTH` counts).
  package let reason: String
  /// Whether running again later can help.
  package let canRetry: Bool

  /// - Parameter reason: when longer than 1000 characters it is cut, and its last words say so:
  ///   `… (2412 characters more)`.
  package init(
    run: String, processor: String, day: String, entity: String?, category: String, reason: String,
    canRetry: Bool
  ) {
    self.run = run
    self.processor = processor
    self.day = day
    self.entity = entity
    self.category = category
    self.reason = Self.fitting(reason)
    self.canRetry = canRetry
  }

  /// The longest reason the journal takes.
  package static let longestReason = 1000

  private static func fitting(_ reason: String) -> String {
    guard reason.utf8.count > longestReason else { return reason }
    let scalars = reason.unicodeScalars
    let length = scalars.count
    guard length > longestReason else { return reason }
    // Leaves room for the ending, whatever the number in it.
    let kept = longestReason - 50
    return String(scalars.prefix(kept)) + "… (\(length - kept) characters more)"
  }
}

extension FailureRecord: LedgerRow {
  static let table = Table.failures
  static let columns = ["run", "processor", "day", "entity", "category", "reason", "can_retry"]

  var values: [Value] {
    [
      .text(run), .text(processor), .text(day), .text(ifAny: entity), .text(category),
      .text(reason), .flag(canRetry),
    ]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      run: try row.text("run"), processor: try row.text("processor"), day: try row.text("day"),
      entity: try row.optionalText("entity"), category: try row.text("category"),
      reason: try row.text("reason"), canRetry: try row.flag("can_retry"))
  }
}
