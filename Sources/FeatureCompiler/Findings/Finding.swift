public import FeatureSpec

/// One thing that is wrong with a spec: facts, not layout. `FindingRenderer` makes the text.
public struct Finding: Hashable, Sendable {
  /// Which rule found it. Open: a later version may add codes.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// `duplicate-feature`, as shown and searched for.
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }
  }

  public enum Severity: String, Hashable, Sendable {
    /// Nothing is lowered.
    case error
    /// The plan stands; the author should look.
    case warning
  }

  /// A second place that explains the first.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let place: Place
    public init(_ message: String, at place: Place) {
      self.message = message
      self.place = place
    }
  }

  public let code: Code
  public let severity: Severity
  /// One sentence without a full stop; names stand in single quotes.
  public let message: String
  public let place: Place
  public let notes: [Note]
  /// How to mend it; nil where the message says so already.
  public let help: String?

  public init(
    _ code: Code, _ message: String, at place: Place, severity: Severity = .error,
    notes: [Note] = [], help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
  }
}
