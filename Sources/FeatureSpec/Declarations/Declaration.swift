/// One sentence of a processor.
public struct Declaration: Sendable {
  public enum Content: Sendable {
    case population(PopulationDeclaration, DaysDeclaration)
    case history(RowsDeclaration, [MatchDeclaration])
    case summary(RowsDeclaration, [MatchDeclaration])
    case lookup(LookupDeclaration)
    case feature(FeatureDeclaration)
    case sourceTracking(SourceTracking, of: [RowsDeclaration], expectedRows: Int)
    case completeness(CompletenessDeclaration)
    case failure(FailureDeclaration)
    case breaker(BreakerDeclaration)
    case processorBreaker(ProcessorBreakerDeclaration)
    case dependency(RowsDeclaration, minimumRows: Int, isCritical: Bool)
    case contract(name: String, holds: Expression)
    case write(WriteDeclaration)
    case rowHash(Column)
    case createdAt(Column)
    case writtenAt(Column)
  }
  public let content: Content
  public let place: Place
  init(_ content: Content, _ place: Place) {
    self.content = content
    self.place = place
  }
}

/// A declaration or several: what stands in a processor's body.
public protocol DeclarationGroup: Sendable {
  var declarations: [Declaration] { get }
}

public struct DaysDeclaration: Sendable {
  public enum Kind: Sendable { case scheduled, played }
  public let kind: Kind
  public let bootstrap: Int
}

public struct FeatureDeclaration: Sendable {
  /// The column's or the intermediate's name.
  public let name: String
  /// Nil for an intermediate.
  public let column: Column?
  public let type: ColumnType
  public let unit: Unit?
  public let expression: Expression
  /// Why values of several sources may meet in it; nil where nobody said so.
  public internal(set) var mixingBecause: String?
  /// Why a constant may stand for a missing value in it; nil where nobody said so.
  public internal(set) var defaultBecause: String?
  /// Why the column is NULL in every row; nil where it has a value.
  public internal(set) var unknownBecause: String?
  /// Its part in a vector; nil for a feature by itself.
  public var vector: VectorPart?
  /// The hand kernel whose result it is; nil for a feature by itself.
  public var kernel: KernelUse?
}

public struct FailureDeclaration: Sendable {
  public let category: FailureKind
  public let when: Expression
  public let reason: Expression
  public let canRetry: Bool
  public let expected: Expression?
  public let actual: Expression?
}

/// Why an entity has no row (domain 3.4).
public enum FailureKind: String, Sendable, CaseIterable {
  case expectedIncomplete = "EXPECTED_INCOMPLETE"
  case insufficientData = "INSUFFICIENT_DATA"
  case incompleteData = "INCOMPLETE_DATA"
  case incompleteUpstream = "INCOMPLETE_UPSTREAM"
  case missingUpstream = "MISSING_UPSTREAM"
  /// Nothing says who the entity is; the failure's entity is `∅`.
  case missingKey = "MISSING_KEY"
  case noShotZone = "NO_SHOT_ZONE"
  case registryLookupFailed = "REGISTRY_LOOKUP_FAILED"
  /// Not in the population by definition: see `Only`.
  case excluded = "EXCLUDED"
}

public struct WriteDeclaration: Sendable {
  public let hashing: Hashing
  public let tieBreak: [SortTerm]
  public let duplicateTolerance: Int
}

/// The rule of the row hash.
public enum Hashing: Sendable {
  /// D-05: texts quoted, doubles at nine decimals.
  case canonical
  /// `name=value` with plain texts.
  case plain
  /// No hash: every business column is compared.
  case columnByColumn
}
