/// Where a declaration stands: what a finding points at. The column is that of the call's opening
/// parenthesis, in bytes; walk left for the word.
public struct Place: Hashable, Sendable {
  /// `NBAFeatures/PlayerForm.swift`: shown and stored.
  public let fileID: String
  /// Only to fetch the line.
  public let filePath: String
  public let line: Int
  public let column: Int

  public init(fileID: String, filePath: String, line: Int, column: Int) {
    self.fileID = fileID
    self.filePath = filePath
    self.line = line
    self.column = column
  }
}
