/// Why a plan cannot be said in SQL: a construct that a dialect does not have, or a plan that breaks a
/// promise the checker should have kept.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong, as a stable word.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ word: String) { self.description = word }

    /// The dialect has no words for the construct.
    public static let unsupported = Code("unsupported-in-dialect")
    /// The plan reads what it does not declare, or types do not fit: the checker let it pass.
    public static let brokenPlan = Code("broken-plan")
  }

  public let code: Code
  /// One sentence without a full stop.
  public let message: String
  /// The processor, and the feature or rows in hand.
  public let subject: String?

  public init(_ code: Code, _ message: String, in subject: String? = nil) {
    self.code = code
    self.message = message
    self.subject = subject
  }

  public var description: String {
    subject.map { "[\(code)] \($0): \(message)" } ?? "[\(code)] \(message)"
  }
}
