public import FeaturePlan

/// What must hold of the stored rows of `[$from, $to]` before they are committed.
public struct ContractStatements: Sendable {
  /// One row, `broken_rows`, `stored_rows` and `distinct_keys`: where every contract holds, none is
  /// broken and the other two are equal.
  public let gate: Statement
  private let processor: ProcessorPlan
  private let dialect: Dialect

  public init(for processor: ProcessorPlan, dialect: Dialect) throws(RenderError) {
    (self.processor, self.dialect) = (processor, dialect)
    self.gate = try Statement(
      .contracts, "contract_gate", try Contracts(landing: try Landing(processor)).gate(),
      returns: Contracts.gateColumns, in: dialect)
  }

  /// A row per broken contract, with an example: only asked for where the gate says that one is.
  public func report() throws(RenderError) -> Statement {
    try Statement(
      .contracts, "contracts", try Contracts(landing: try Landing(processor)).report(),
      returns: Contracts.columns, in: dialect)
  }
}
