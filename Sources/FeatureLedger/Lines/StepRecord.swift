/// One timed step: a phase of the work on one slab.
package struct StepRecord: Hashable, Sendable {
  /// What kind of work a step is. Any name may be used; these are the ones of a run.
  package struct Phase: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package init(stringLiteral name: String) {
      self.init(rawValue: name)
    }

    package static let hash: Phase = "hash"
    package static let completeness: Phase = "completeness"
    package static let dependencies: Phase = "dependencies"
    package static let extract: Phase = "extract"
    package static let evaluate: Phase = "evaluate"
    package static let write: Phase = "write"
    package static let contracts: Phase = "contracts"
    package static let record: Phase = "record"
  }

  package let run: String
  package let processor: String
  /// First and last as-of day of the slab, ISO text.
  package let slab: ClosedRange<String>
  package let phase: Phase
  /// Measured on a clock that does not jump.
  package let seconds: Double
  /// Rows the phase read, computed or wrote, whichever is its work.
  package let rows: Int
  /// Statements sent to the engine.
  package let statements: Int

  package init(
    run: String, processor: String, slab: ClosedRange<String>, phase: Phase, seconds: Double,
    rows: Int = 0, statements: Int = 0
  ) {
    self.run = run
    self.processor = processor
    self.slab = slab
    self.phase = phase
    self.seconds = seconds
    self.rows = rows
    self.statements = statements
  }
}

extension StepRecord: LedgerRow {
  static let table = Table.steps
  static let columns = [
    "run", "processor", "from_day", "to_day", "phase", "seconds", "rows", "statements",
  ]

  var values: [Value] {
    [
      .text(run), .text(processor), .text(slab.lowerBound), .text(slab.upperBound),
      .text(phase.rawValue), .real(seconds), .count(rows), .count(statements),
    ]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      run: try row.text("run"), processor: try row.text("processor"), slab: try row.days(),
      phase: Phase(rawValue: try row.text("phase")), seconds: try row.real("seconds"),
      rows: try row.count("rows"), statements: try row.count("statements"))
  }
}
