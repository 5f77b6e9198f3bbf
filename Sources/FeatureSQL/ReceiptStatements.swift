public import FeaturePlan

/// What is stored for `[$from, $to]`, for deciding what is stale and for `verify`.
public struct ReceiptStatements: Hashable, Sendable {
  /// `as_of`, `plan_fingerprint`, `row_count`, `failed_count`, `content_digest`, `written_at`.
  public let receipts: Statement
  /// The columns of the source hashes, as they were when the day was written.
  public let inputs: Statement
  /// `as_of`, `row_count`, `content_digest` of the rows that are there now.
  public let content: Statement

  public var all: [Statement] { [receipts, inputs, content] }

  public init(for processor: ProcessorPlan, dialect: Dialect) throws(RenderError) {
    let shape = Receipts(landing: try Landing(processor))
    self.receipts = try Statement(
      .write, "stored_receipts", shape.stored(), returns: Receipts.storedColumns, in: dialect)
    self.inputs = try Statement(
      .write, "stored_receipt_inputs", shape.storedInputs(), returns: SourceHashes.columns,
      in: dialect)
    self.content = try Statement(
      .write, "stored_content",
      Query(shape.content(), orderBy: [OrderTerm(.column("as_of"))]),
      returns: Receipts.contentColumns, in: dialect)
  }
}
