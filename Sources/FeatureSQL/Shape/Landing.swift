import FeatureAlgebra
import FeaturePlan

/// What all write statements of a processor share: the target, what is staged for it, and the finished
/// rows that go in.
///
/// The engine stages rows in `"staged_<processor>"` and keeps the result of the source-hash statement
/// in `"digests_<processor>"`.
struct Landing {
  let processor: ProcessorPlan
  let table: TablePlan
  let day: String

  init(_ processor: ProcessorPlan) throws(RenderError) {
    self.processor = processor
    self.table = processor.table
    func broken(_ message: String) -> RenderError {
      RenderError(.brokenPlan, message, in: processor.name)
    }
    guard let day = processor.table.day else {
      throw broken("the output table \(processor.table.name) has no day")
    }
    self.day = day
    guard !table.key.isEmpty else { throw broken("the output table \(table.name) has no key") }
    guard processor.output.map(\.column) == table.columns else {
      throw broken("the output columns are not those of \(table.name)")
    }
    if processor.hasRowText {
      for column in RowText.hashed(table.columns) {
        let origin = processor.output.first { $0.column.name == column.name }?.origin
        guard origin != .feature else { continue }
        throw broken(
          "'\(column.name)' is marked business, but only features are part of a row's hash")
      }
    }
    for key in table.key + [day] {
      guard processor.output.contains(where: { $0.column.name == key && $0.origin == .feature })
      else { throw broken("'\(key)' is a key of \(table.name) but not one of its features") }
    }
  }

  var stagedName: String { "staged_\(processor.name)" }
  var digestsName: String { "digests_\(processor.name)" }
  var failedDaysName: String { "failed_days_\(processor.name)" }
  var landedName: String { "landed_\(processor.name)" }

  /// The columns of the stage: features, then what a failed entity says of itself, then what the row's hash
  /// is taken of.
  var stagedColumns: [ColumnDefinition] {
    processor.output.filter { $0.origin == .feature }
      .map { ColumnDefinition($0.column.name, $0.column.type) }
      + (StageColumn.failures + (processor.hasRowText ? [.rowText] : []))
      .map { ColumnDefinition($0.name, $0.type) }
  }

  /// The column of the row's own hash; nil where changes are found column by column.
  var hashColumn: String? {
    guard processor.hasRowText else { return nil }
    return processor.output.first { $0.origin == .rowHash }?.column.name
  }

  /// `"staged"."failure_category" IS NULL`
  static let hasNotFailed = SQLExpression.isNull(.staged(.failureCategory))

  /// What goes into the failures: not a row, and not left out of the population by definition.
  static let isFailure = SQLExpression.infix(
    .notEqual, .staged(.failureCategory),
    .literal(.text(FailureCategory.excluded.rawValue)))

  /// `"target"."cache_date" BETWEEN $from AND $to`
  func inRange(_ alias: String) -> SQLExpression { .inRange(.column(day, of: alias)) }

  /// `"target"."player_lookup" = "source"."player_lookup" AND …`
  func sameKey(_ left: String, _ right: String) -> [SQLExpression] {
    table.key.map { .infix(.equal, .column($0, of: left), .column($0, of: right)) }
  }

  /// The day first, then the key: what joins a stored row with a new one.
  func match(target: String, source: String) -> SQLExpression {
    .all([inRange(target)] + sameKey(target, source))
  }

  /// Whether a stored row differs from the new one: by hash (by every business column where there is no
  /// hash), or by what is known about it. Source tracking and completeness are no part of the hash, but
  /// a row whose inputs moved must say so.
  func differs(target: String, source: String) -> SQLExpression {
    func different(_ name: String) -> SQLExpression {
      .infix(.isDifferent, .column(name, of: target), .column(name, of: source))
    }
    var compared = hashColumn.map { [$0] } ?? []
    for output in processor.output where !table.key.contains(output.column.name) {
      switch output.origin {
      case .createdAt, .writtenAt, .rowHash: continue
      case .feature, .source:
        if output.column.role == .metadata || hashColumn == nil {
          compared.append(output.column.name)
        }
      }
    }
    return .any(compared.map(different))
  }
}

extension SQLExpression {
  /// `"staged"."failure_category"`
  static func staged(_ column: StageColumn) -> SQLExpression {
    .column(column.name, of: "staged")
  }
}
