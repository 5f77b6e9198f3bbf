import FeatureCompiler
public import FeatureSpec

/// Expects the checker to find in a pipeline what stands in the closure, word by word: errors and
/// warnings, with the line of the spec and carets under the word; `{ "" }` for a pipeline that is sound.
///
/// Line numbers are left out, so that an edit elsewhere in the file changes nothing. `RECORD=1` rewrites
/// the literal in place.
///
/// ```swift
/// expectFindings(in: pipeline) {
///   """
///   error[missing-window]: feature 'points' does not say which rows of the history 'games' count
///     --> FormTests/FormTests.swift
///      |
///      |   Feature(out.points, sum(games.points))
///      |   ^^^^^^^
///      = help: add over: .last(10, .games), or .over(.season) to the aggregate
///   """
/// }
/// ```
public func expectFindings(
  in pipeline: Pipeline, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column, matching expected: () -> String
) {
  let renderer = FindingRenderer(showsLineNumbers: false) { SourceFiles.line(of: $0) }
  expectText(
    renderer.render(check(pipeline)), fileID: fileID, filePath: filePath, line: line,
    column: column, is: expected)
}
