import FeatureSpec

/// Everything that was found, each once, sorted by place: file, line, column, then code and message.
public struct Findings: Error, Hashable, Sendable {
  public let all: [Finding]

  public init(_ findings: [Finding]) {
    var seen: Set<Finding> = []
    all = findings.filter { seen.insert($0).inserted }.sorted { $0.rank < $1.rank }
  }

  public var isEmpty: Bool { all.isEmpty }
  public var errors: [Finding] { all.filter { $0.severity == .error } }
  public var warnings: [Finding] { all.filter { $0.severity == .warning } }
  public var hasErrors: Bool { all.contains { $0.severity == .error } }
}

extension Findings: CustomStringConvertible {
  /// The findings without their source lines; a `FindingRenderer` with a line fetcher shows those too.
  public var description: String { FindingRenderer().render(self) }
}

extension Finding {
  fileprivate var rank: (String, Int, Int, String, String) {
    (place.fileID, place.line, place.column, code.name, message)
  }
}
