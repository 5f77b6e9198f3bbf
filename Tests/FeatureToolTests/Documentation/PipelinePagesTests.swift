import FeatureCompiler
import FeatureTool
import Foundation
import Testing

@testable import FeatureTool

@Suite struct `Pages of the pipeline` {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    shell("compile --write")
  }

  @Test func `are an index with the graph and one for each processor`() throws {
    let index = try shell.read("docs/pipeline/README.md")
    #expect(
      index.contains(
        """
        ```mermaid
        flowchart LR
          raw__player_games[("player_games")]
          raw__schedule[("schedule")]
          features__player_form["player_form"]
          features__player_rest["player_rest"]
          raw__player_games & raw__schedule --> features__player_form
          features__player_form & raw__schedule --> features__player_rest
        ```
        """))
    #expect(index.contains("[player_rest](player_rest.md)"))
    #expect(shell.exists("docs/pipeline/player_form.md"))
  }

  @Test func `say what a column is, and follow it to the raw columns`() throws {
    let page = try shell.read("docs/pipeline/player_rest.md")
    #expect(page.contains("| [is_tired](#is_tired) | `BOOLEAN` |  |  | yes | business |"))
    let section = page[try #require(page.range(of: "### is_tired")).lowerBound...]
    #expect(
      section.hasPrefix(
        """
        ### is_tired

        `form.minutes_last_7_days > 120`

        From [player_form](player_form.md): `minutes_last_7_days`

        Raw: `raw.player_games`: `minutes`

        """))
  }

  @Test func `are proved fresh with the rest`() throws {
    #expect(shell("compile --check").exit == .done)
    let page = try shell.read("docs/pipeline/player_rest.md")
    try shell.write(page + "More.\n", to: "docs/pipeline/player_rest.md")
    let result = shell("compile --check")
    #expect(result.exit == .problems)
    #expect(result.out.hasPrefix("out of date  docs/pipeline/player_rest.md\n"))
    shell("compile --write")
    #expect(try shell.read("docs/pipeline/player_rest.md") == page)
  }

  @Test func `go when their processor goes, and nobody else's`() throws {
    try shell.write(
      PipelinePages.mark + "\n\n# player_gone\n", to: "docs/pipeline/player_gone.md")
    try shell.write("# Notes\n", to: "docs/pipeline/notes.md")
    #expect(shell("compile --check").out.hasPrefix("extra        docs/pipeline/player_gone.md\n"))
    shell("compile --write")
    #expect(!shell.exists("docs/pipeline/player_gone.md"))
    #expect(try shell.read("docs/pipeline/notes.md") == "# Notes\n")
  }

  @Test func `are the same bytes every time, wherever they go`() throws {
    shell("compile --write --documentation pages")
    for name in ["README.md", "player_form.md", "player_rest.md"] {
      #expect(try shell.bytes("pages/\(name)") == shell.bytes("docs/pipeline/\(name)"))
    }
  }
}
