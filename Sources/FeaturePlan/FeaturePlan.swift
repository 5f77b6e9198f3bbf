public import FeatureAlgebra

/// One value per entity and as-of day.
public struct FeaturePlan: Hashable, Sendable, Codable {
  public let name: String
  /// Entity level.
  public let expression: Expression
  /// Numbers are rounded to the type's scale, half away from zero, once, here (D-25).
  public let type: ColumnType
  public let unit: Unit?
  /// False for a named intermediate that no column holds.
  public let isStored: Bool
  /// Hash of the meaning: expression, type, rows read, features read. Not of wording or order.
  public let fingerprint: String
  /// Why it is NULL in every row, in the author's words; nil where it has a value.
  public let unknownBecause: String?

  public init(
    name: String, expression: Expression, type: ColumnType, unit: Unit?, isStored: Bool,
    fingerprint: String, unknownBecause: String? = nil
  ) {
    self.name = name
    self.expression = expression
    self.type = type
    self.unit = unit
    self.isStored = isStored
    self.fingerprint = fingerprint
    self.unknownBecause = unknownBecause
  }
}

/// Where a column of the output table gets its value.
public struct OutputColumn: Hashable, Sendable, Codable {
  public enum Origin: Hashable, Sendable, Codable {
    /// The stored feature of the same name.
    case feature
    /// A measure of an input's rows in scope for the day: the same for all rows of a day.
    case source(input: String, SourceMeasure)
    /// The row's hash over the business columns (D-05).
    case rowHash
    /// When the row was first inserted; never updated.
    case createdAt
    /// When the row was last written.
    case writtenAt
  }
  public let column: ColumnPlan
  public let origin: Origin
  public init(column: ColumnPlan, origin: Origin) {
    self.column = column
    self.origin = origin
  }
}

/// The four facts of source tracking (domain 3.2).
public enum SourceMeasure: Hashable, Sendable, Codable {
  /// The largest freshness value of the rows in scope; NULL with no rows.
  case lastUpdated
  case rowsFound
  /// min(100, 100 · rows / expected), at two decimals.
  case completenessPercent(expected: Int)
  /// The digest of the rows in scope; NULL where any row's hash is NULL or there is no row.
  case digest
}

/// An aggregate or league average with the name it has in statements and columns.
public struct SlotPlan: Hashable, Sendable, Codable {
  public enum Content: Hashable, Sendable, Codable {
    case aggregation(Aggregation)
    case league(LeagueAverage)
  }
  public let name: String
  public let content: Content
  public let type: ColumnType
  public init(name: String, content: Content, type: ColumnType) {
    self.name = name
    self.content = content
    self.type = type
  }
}

/// An entity for which `when` is true gets a failure row with this category instead of an output row.
/// Rules are asked in order; the first that holds decides.
public struct FailureRule: Hashable, Sendable, Codable {
  public let category: FailureCategory
  /// Entity level.
  public let when: Expression
  /// Entity level text: what is missing.
  public let reason: Expression
  public let canRetry: Bool
  /// Entity level integers for the failure row's counts; nil where they say nothing.
  public let expected: Expression?
  public let actual: Expression?
  public init(
    category: FailureCategory, when: Expression, reason: Expression, canRetry: Bool,
    expected: Expression?, actual: Expression?
  ) {
    self.category = category
    self.when = when
    self.reason = reason
    self.canRetry = canRetry
    self.expected = expected
    self.actual = actual
  }
}

/// The one list of failure categories (domain 3.4, D-21).
public enum FailureCategory: String, Hashable, Sendable, Codable, CaseIterable {
  case expectedIncomplete = "EXPECTED_INCOMPLETE"
  case insufficientData = "INSUFFICIENT_DATA"
  case incompleteData = "INCOMPLETE_DATA"
  case incompleteUpstream = "INCOMPLETE_UPSTREAM"
  case missingUpstream = "MISSING_UPSTREAM"
  case missingKey = "MISSING_KEY"
  case missingDependency = "MISSING_DEPENDENCY"
  case noShotZone = "NO_SHOT_ZONE"
  case circuitBreakerActive = "CIRCUIT_BREAKER_ACTIVE"
  case registryLookupFailed = "REGISTRY_LOOKUP_FAILED"
  case calculationError = "CALCULATION_ERROR"
  case processingError = "PROCESSING_ERROR"
  /// Not in the population by definition (`Only`): neither an output row nor a failure row.
  case excluded = "EXCLUDED"
}

/// A claim about every output row, asserted before commit.
public struct ContractPlan: Hashable, Sendable, Codable {
  public let name: String
  /// Entity level over `feature(…)` of stored features; rows where it is false break it, NULL does not.
  public let holds: Expression
  public init(name: String, holds: Expression) {
    self.name = name
    self.holds = holds
  }
}
