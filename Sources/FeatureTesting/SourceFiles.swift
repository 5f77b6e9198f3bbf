import FeatureSpec
import Foundation
import Synchronization

/// Source files as they were compiled: each is read once, before any recording rewrites it.
enum SourceFiles {
  private static let read = Mutex<[String: [Substring]]>([:])

  /// The line of a place without its line break; nil where the file cannot be read.
  static func line(of place: Place) -> String? {
    let lines = lines(of: place.filePath)
    return lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil
  }

  /// The lines of a file as it was when it was first asked for.
  @discardableResult
  static func lines(of path: String) -> [Substring] {
    read.withLock { read in
      if let lines = read[path] { return lines }
      let text = try? String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      let lines = text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
      read[path] = lines
      return lines
    }
  }
}
