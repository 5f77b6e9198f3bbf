import FeatureAlgebra
import FeatureEngine

/// Whether the evaluators agree, as it is shown.
struct VerifyView {
  let proof: EvaluatorProof
  let days: ClosedRange<Day>

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .number("rows"), .number("columns"), .number("rows gone").optional,
      .number("rows added").optional, .number("columns that differ").optional,
    ])
    for part in proof.parts {
      table.add([
        TextTable.Cell(part.processor), .count(part.comparison.commonRows), .count(part.columns),
        .count(part.comparison.rowsGone, .bad), .count(part.comparison.rowsAdded, .bad),
        .count(part.comparison.columns.count, .bad),
      ])
    }
    let differences = proof.parts.flatMap { part in
      part.comparison.columns.map { column in
        "  \(part.processor).\(column.column): \(Words.count(column.rows, "row")), \(column.example)"
      }
    }
    let details = differences.isEmpty ? [] : [""] + differences
    return table.lines(palette) + details + ["", closing(palette)]
  }

  private func closing(_ palette: Palette) -> String {
    let rows = proof.parts.map(\.comparison.commonRows).reduce(0, +)
    let times =
      "kernels \(Words.seconds(proof.kernelSeconds)), SQL \(Words.seconds(proof.sqlSeconds))"
    if proof.failedDays > 0 {
      return palette(.bad, "not proved")
        + ": \(Words.count(proof.failedDays, "day")) failed (\(times))"
    }
    return proof.isEqual
      ? palette(.good, "equal") + ": every value of \(Words.count(rows, "row")) (\(times))"
      : palette(.bad, "different") + ": kernels and SQL disagree on \(Words.days(days)) (\(times))"
  }
}
