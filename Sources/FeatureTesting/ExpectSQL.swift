import FeatureCompiler
import FeaturePlan
public import FeatureSQL
public import FeatureSpec
import Testing

/// Expects a statement to be the SQL that stands in the closure; see `expectText` for recording.
public func expectSQL(
  _ statement: Statement, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column, is expected: () -> String
) {
  expectText(
    statement.sql, fileID: fileID, filePath: filePath, line: line, column: column, is: expected)
}

/// Compiles a pipeline and expects one statement of one of its processors.
///
/// ```swift
/// try expectSQL("source_hashes", of: "player_form", in: pipeline) {
///   """
///   SELECT …
///   """
/// }
/// ```
///
/// - Parameters:
///   - statement: `Statement.name`.
///   - processor: the name of its output table.
/// - Throws: `Findings` of a pipeline with errors, `RenderError` of what the dialect cannot say.
public func expectSQL(
  _ statement: String, of processor: String, in pipeline: Pipeline, dialect: Dialect = .duckDB,
  fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
  column: Int = #column, is expected: () -> String
) throws {
  let plan = try compile(pipeline)
  let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  guard let processorPlan = plan[processor: processor] else {
    let names = plan.processors.map(\.name).joined(separator: ", ")
    Issue.record(
      "There is no processor '\(processor)'; there are \(names).", sourceLocation: location)
    return
  }
  let all = try statements(for: processorPlan, in: plan, dialect: dialect).all
  guard let found = all.first(where: { $0.name == statement }) else {
    let names = all.map(\.name).joined(separator: ", ")
    Issue.record(
      "There is no statement '\(statement)'; there are \(names).", sourceLocation: location)
    return
  }
  expectSQL(
    found, fileID: fileID, filePath: filePath, line: line, column: column, is: expected)
}
