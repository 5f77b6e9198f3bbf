import FeatureAlgebra
import FeaturePlan

/// The first page: the graph, the processors, the calendar, the raw tables.
struct IndexPage {
  let plan: Plan

  var lines: [String] {
    ["# Pipeline `\(plan.pipeline)`", ""] + Markdown.block(graph, "mermaid")
      + ["", "## Processors", ""]
      + Markdown.table(
        ["processor", "writes", "a row is", "columns", "read by"],
        plan.processors.map { processor in
          [
            plan.reference(processor.table.name), "`\(processor.table.name)`",
            Markdown.code(processor.table.key),
            "\(processor.table.columns.count)",
            plan.links(plan.readers(of: processor.table.name)),
          ]
        })
      + ["", "## Calendar", ""] + calendar + ["", "## Raw tables", ""]
      + Markdown.table(
        ["table", "a row is", "day", "columns", "read by"],
        rawTables.map { table in
          [
            "`\(table.name)`", Markdown.code(table.key), table.day.map { "`\($0)`" } ?? "none",
            "\(table.columns.count)", plan.links(plan.readers(of: table.name)),
          ]
        })
  }

  private var rawTables: [TablePlan] {
    plan.tables.filter { plan.writer(of: $0.name) == nil }
  }

  /// Raw tables as cylinders; one line for what each processor reads.
  private var graph: [String] {
    let read = rawTables.filter { !plan.readers(of: $0.name).isEmpty }
    let nodes =
      read.map { "  \(node($0.name))[(\"\($0.name.table)\")]" }
      + plan.processors.map { "  \(node($0.table.name))[\"\($0.name)\"]" }
    let edges = plan.processors.map { processor in
      "  \(processor.tablesRead.map(node).joined(separator: " & ")) --> \(node(processor.table.name))"
    }
    return ["flowchart LR"] + nodes + edges
  }

  /// A name that Mermaid takes: letters, digits and `_`.
  private func node(_ table: TableName) -> String {
    String(
      "\(table.dataset)__\(table.table)".map { $0.isASCII && $0.isLetter || $0.isNumber ? $0 : "_" }
    )
  }

  private var calendar: [String] {
    let calendar = plan.calendar
    return Markdown.table(
      ["", ""],
      [
        ["rows", RowsText(calendar.rows).sentence],
        ["season", "`\(Formula(calendar.season).line)`"],
        ["scheduled", "`\(Formula(calendar.scheduled).line)`"],
        ["played", "`\(Formula(calendar.played).line)`"],
      ])
  }
}

extension ProcessorPlan {
  /// The tables of its inputs, each once, by name.
  var tablesRead: [TableName] { Set(inputs.map(\.table)).sorted() }
}
