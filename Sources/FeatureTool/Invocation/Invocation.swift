import FeatureCompiler
import FeaturePlan
import FeatureSpec
import Foundation

/// One command at work: what it was asked, with what, and where its words go.
struct Invocation {
  let tool: Tool
  let arguments: Arguments
  let context: ToolContext

  /// Colours of the results.
  var palette: Palette { Palette(isOn: context.terminal.showsResults && allowsColor) }
  /// Colours of progress, warnings and errors.
  var messagePalette: Palette { Palette(isOn: context.terminal.showsProgress && allowsColor) }
  var isQuiet: Bool { arguments.has(.quiet) }
  var printsJSON: Bool { arguments.has(.json) }

  private var allowsColor: Bool {
    !arguments.has(.noColor) && (context.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Prints results.
  func print(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    context.terminal.write(lines.joined(separator: "\n") + "\n")
  }

  func print(_ line: String) { print([line]) }

  func printJSON(_ value: some Encodable) throws(ToolError) {
    context.terminal.write(try JSONText.of(value))
  }

  /// Says something worth knowing that is no failure.
  func warn(_ message: String) {
    context.terminal.writeError(messagePalette(.warning, "warning:") + " " + message + "\n")
  }

  /// The pipeline as a plan.
  ///
  /// - Throws: `findings`, rendered with their source lines.
  func compile() throws(ToolError) -> Plan {
    let pipeline = tool.pipeline
    do {
      return try FeatureCompiler.compile(pipeline)
    } catch {
      let count = Words.count(error.errors.count, "error")
      throw ToolError(
        .findings, renderer.render(error) + "\n\(count) in the specs of '\(pipeline.name)'",
        isRendered: true)
    }
  }

  /// Prints what the checker finds worth looking at.
  func showWarnings() {
    let warnings = FeatureCompiler.check(tool.pipeline).warnings
    guard !warnings.isEmpty, !isQuiet else { return }
    context.terminal.writeError(renderer.render(Findings(warnings)))
  }

  /// Findings with the source line they point at, where the file is still there.
  private var renderer: FindingRenderer {
    FindingRenderer { place in
      guard let text = try? String(contentsOfFile: place.filePath, encoding: .utf8) else {
        return nil
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil
    }
  }
}
