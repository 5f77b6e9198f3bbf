internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import Foundation

extension KernelOutput {
  /// The rows as the write statements expect them: features by their columns' names, then what a failed
  /// entity says of itself, then what the row's hash is taken of. Arrays are handed over, not copied; the
  /// texts are written as the write statement reads them.
  func staged(for plan: ProcessorPlan) -> [ColumnBuffer] {
    var buffers: [ColumnBuffer] = []
    for output in plan.output where output.origin == .feature {
      guard let column = features[output.column.name] else {
        preconditionFailure("the kernels compute every feature of the plan")
      }
      buffers.append(column.buffer(output.column.name, output.column.type))
    }
    return buffers + failureColumns(plan.failures) + rowTexts(plan)
  }

  private func rowTexts(_ plan: ProcessorPlan) -> [ColumnBuffer] {
    guard plan.hasRowText else { return [] }
    let texts = RowTexts(of: plan.table.columns, in: features, plan.write.hashRule) {
      $0.precomposedStringWithCanonicalMapping
    }
    let rendered = RenderedTexts(count: count) { (rows, text) in texts.write(rows, text) }
    return [ColumnBuffer(StageColumn.rowText.name, .rendered(rendered))]
  }

  /// How many rows go in, and how many entities fail by which category.
  func stagedRows(_ rules: [FailureRule]) -> StagedRows {
    var written = 0
    var counts = [Int](repeating: 0, count: rules.count + 1)
    for outcome in outcomes {
      if outcome == KernelOutput.written {
        written += 1
      } else {
        counts[outcome == KernelOutput.failed ? rules.count : Int(outcome)] += 1
      }
    }
    var failures: [String: Int] = [:]
    for (category, count) in zip(Self.categories(rules), counts) where count > 0 {
      failures[category, default: 0] += count
    }
    failures[FailureCategory.excluded.rawValue] = nil
    return StagedRows(
      written: written, failures: failures, duplicates: nil, keepsContracts: keepsContracts)
  }

  /// Of the rules by number, then of what could not be computed.
  private static func categories(_ rules: [FailureRule]) -> [String] {
    rules.map(\.category.rawValue) + [FailureCategory.calculationError.rawValue]
  }

  private func failureColumns(_ rules: [FailureRule]) -> [ColumnBuffer] {
    let categories = Self.categories(rules)
    let calculation = Int32(rules.count)
    var codes = [Int32](repeating: 0, count: count)
    var retries = [Bool](repeating: false, count: count)
    var fails = FeatureKernels.Validity(allNull: count)
    var hasFailures = false
    for (row, outcome) in outcomes.enumerated() where outcome != KernelOutput.written {
      hasFailures = true
      codes[row] = outcome == KernelOutput.failed ? calculation : outcome
      retries[row] = outcome >= 0 && rules[Int(outcome)].canRetry
      fails.words[row >> 6] |= 1 << UInt64(row & 63)
    }
    let validity = hasFailures || count > 0 ? fails.words : nil
    return [
      ColumnBuffer(
        StageColumn.failureCategory.name, .words(codes: codes, of: categories), validity: validity),
      reasons.buffer(.failureReason),
      ColumnBuffer(
        StageColumn.failureCanRetry.name, .boolean(retries), validity: validity),
      expected.buffer(.failureExpected), actual.buffer(.failureActual),
    ]
  }
}

extension FeatureKernels.Column {
  fileprivate func buffer(_ column: StageColumn) -> ColumnBuffer {
    buffer(column.name, column.type)
  }
}
