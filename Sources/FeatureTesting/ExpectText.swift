import Testing

/// Expects a text to be the one that stands in the closure.
///
/// With `RECORD=1` in the environment nothing fails: the literal in the source file is rewritten in place.
/// Read that diff as code.
///
/// ```swift
/// expectText(statement.sql) {
///   """
///   SELECT
///     "points"
///   FROM "games"
///   """
/// }
/// ```
///
/// - Parameters:
///   - actual: one line break at its end does not count, since a literal has none there.
///   - expected: one string literal, as trailing closure; `{ "" }` before the first recording.
public func expectText(
  _ actual: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
  column: Int = #column, is expected: () -> String
) {
  let actual = actual.hasSuffix("\n") ? String(actual.dropLast()) : actual
  let wanted = expected()
  if actual == wanted { return }
  let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  guard Recording.isOn else {
    Issue.record(
      "The text differs (- expected, + actual; RECORD=1 rewrites it):\n\(difference(wanted, actual))",
      sourceLocation: location)
    return
  }
  do throws(RecordingError) {
    try Recording.rewrite(wanted, with: actual, filePath: filePath, line: line, column: column)
  } catch {
    Issue.record("The text was not recorded: \(error.reason)", sourceLocation: location)
  }
}

/// The lines of both texts, `-` before those of the first alone and `+` before those of the second.
func difference(_ first: String, _ second: String) -> String {
  let old = first.split(separator: "\n", omittingEmptySubsequences: false)
  let new = second.split(separator: "\n", omittingEmptySubsequences: false)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [String] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      lines.append("- \(old[i])")
      i += 1
    } else if j < new.count, inserted.contains(j) {
      lines.append("+ \(new[j])")
      j += 1
    } else {
      lines.append("  \(new[j])")
      i += 1
      j += 1
    }
  }
  return lines.joined(separator: "\n")
}
