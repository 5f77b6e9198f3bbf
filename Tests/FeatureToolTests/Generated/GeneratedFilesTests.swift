import FeatureAlgebra
import FeatureCompiler
import FeaturePlan
import FeatureSQL
import Foundation
import Testing

@testable import FeatureTool

@Suite struct `Generated files` {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func `are written where the layout says`() throws {
    let result = shell("compile --write")
    #expect(result.exit == .done)
    for path in [
      "plans/pipeline.json", "plans/player_form.json", "duckdb/schema.sql",
      "duckdb/0_calendar.sql", "duckdb/1_hash.sql",
      "duckdb/features/player_form/1_hash.sql", "duckdb/features/player_form/6_write.sql",
      "duckdb/features/player_rest/8_ddl.sql",
    ] {
      #expect(shell.exists("generated/" + path), "\(path)")
    }
  }

  @Test func `are the same bytes every time`() throws {
    let plan = try compile(Sample.pipeline())
    let again = try compile(Sample.pipeline())
    #expect(try PlanFiles.texts(of: plan).map(\.text) == PlanFiles.texts(of: again).map(\.text))
    #expect(
      try DialectStatements(plan, .duckDB).files.map(\.text)
        == DialectStatements(again, .duckDB).files.map(\.text))
  }

  @Test func `give the plan back`() throws {
    let plan = try compile(Sample.pipeline())
    let texts = Dictionary(
      uniqueKeysWithValues: try PlanFiles.texts(of: plan).map { ($0.name, Data($0.text.utf8)) })
    #expect(try PlanFiles.plan(in: "memory") { texts[$0] } == plan)
  }

  @Test func `have a model once, in a file of its own, and give it back`() throws {
    let plan = try compile(Sample.pipeline())
    let split = Tree.Split(feature: 0, cut: 1.5, below: 1, above: 2, missingIsBelow: true)
    let tree = try #require(Tree([.split(split), .leaf(0.25), .leaf(4)]))
    let model = try #require(
      TreeModel(name: "form", features: ["x"], base: 0.5, link: .identity, trees: [tree]))
    let form = try #require(plan[processor: "player_form"])
    let predicting = form.with(
      features: form.features.map {
        $0.type.isNumeric ? $0.with(.prediction(model, [Labelled("x", $0.expression)])) : $0
      })
    let edited = Plan(
      pipeline: plan.pipeline, calendar: plan.calendar, tables: plan.tables,
      processors: plan.processors.map { $0.name == form.name ? predicting : $0 })
    let texts = try PlanFiles.texts(of: edited)
    let name = "models/\(model.digest).json"
    #expect(texts.filter { $0.text.contains("\"trees\"") }.map(\.name) == [name])
    #expect(texts.first { $0.name == name }?.text.contains("[0, 1.5, 1, 2, 1]") == true)
    let files = Dictionary(uniqueKeysWithValues: texts.map { ($0.name, Data($0.text.utf8)) })
    #expect(try PlanFiles.plan(in: "memory") { files[$0] } == edited)
    #expect(throws: ToolError.self) {
      try PlanFiles.plan(in: "memory") { $0 == name ? nil : files[$0] }
    }
  }

  @Test func `say each feature in words`() throws {
    shell("compile --write")
    let text = try shell.read("generated/plans/player_form.json")
    #expect(text.contains(#""meaning": "mean(played.points) over last 10 games""#))
  }

  @Test func `are proved fresh, and each that is not is named`() throws {
    shell("compile --write")
    #expect(shell("compile --check").out.hasPrefix("generated is up to date: "))

    try shell.write("SELECT 1;\n", to: "generated/duckdb/features/player_form/1_hash.sql")
    try shell.write("SELECT 1;\n", to: "generated/duckdb/features/player_gone/1_hash.sql")
    try FileManager.default.removeItem(atPath: shell.folder + "/generated/plans/player_rest.json")
    let result = shell("compile --check")
    #expect(result.exit == .problems)
    #expect(
      result.out == """
        missing      generated/plans/player_rest.json
        out of date  generated/duckdb/features/player_form/1_hash.sql
        extra        generated/duckdb/features/player_gone/1_hash.sql

        generated is out of date: 3 files differ from what the specs say
        docs/pipeline is up to date: 3 files
          help: fastbreak compile --write, and commit the result

        """)
  }

  @Test func `are made whole again, and strangers' files are left alone`() throws {
    shell("compile --write")
    try shell.write("SELECT 1;\n", to: "generated/duckdb/features/player_gone/1_hash.sql")
    try shell.write("mine\n", to: "generated/duckdb/README.md")
    let result = shell("compile --write")
    #expect(result.exit == .done)
    #expect(!shell.exists("generated/duckdb/features/player_gone"))
    #expect(shell.exists("generated/duckdb/README.md"))
    #expect(result.out.contains("removed  generated/duckdb/features/player_gone/1_hash.sql"))
    #expect(shell("compile --check").exit == .done)
  }

  @Test func `go where --output says`() throws {
    shell("compile --write --output sql/out")
    #expect(shell.exists("sql/out/plans/pipeline.json"))
    #expect(!shell.exists("generated"))
  }

  @Test func `are checked without being written`() throws {
    let result = shell("compile --check --json")
    #expect(result.exit == .problems)
    #expect(!shell.exists("generated"))
    #expect(
      try jsonKeys(result.out) == [
        "current", "documentation", "extra", "folder", "isUpToDate", "missing", "outOfDate",
      ])
  }

  @Test func `no name leaves its folder`() {
    #expect(FileWord.of("player_form-2") == "player_form-2")
    #expect(FileWord.of("../a b") == "%2E%2E%2Fa%20b")
  }
}
