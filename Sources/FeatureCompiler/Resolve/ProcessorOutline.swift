import FeatureAlgebra
import FeatureSpec

/// Something the author said, with its place.
struct Placed<Value: Sendable>: Sendable {
  let value: Value
  let place: Place
  init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// Rows of a history or a summary and how they are found.
struct MatchedRows: Sendable {
  let rows: RowsDeclaration
  let matches: [MatchDeclaration]
}

/// A processor's sentences sorted by kind, each kind in the order of the body.
struct ProcessorOutline: Sendable {
  struct Population: Sendable {
    let declaration: PopulationDeclaration
    let days: DaysDeclaration
  }
  struct Tracking: Sendable {
    let columns: SourceTracking
    let rows: [RowsDeclaration]
    let expectedRows: Int
  }
  struct Dependency: Sendable {
    let rows: RowsDeclaration
    let minimumRows: Int
    let isCritical: Bool
  }
  struct Contract: Sendable {
    let name: String
    let holds: Expression
  }
  /// A column that the writer fills.
  struct Written: Sendable {
    enum Filling: Sendable { case rowHash, createdAt, writtenAt }
    let column: Column
    let filling: Filling
  }

  let processor: Processor
  private(set) var populations: [Placed<Population>] = []
  private(set) var histories: [Placed<MatchedRows>] = []
  private(set) var summaries: [Placed<MatchedRows>] = []
  private(set) var lookups: [Placed<LookupDeclaration>] = []
  private(set) var features: [Placed<FeatureDeclaration>] = []
  private(set) var tracking: [Placed<Tracking>] = []
  private(set) var completeness: [Placed<CompletenessDeclaration>] = []
  private(set) var failures: [Placed<FailureDeclaration>] = []
  private(set) var breakers: [Placed<BreakerDeclaration>] = []
  private(set) var processorBreakers: [Placed<ProcessorBreakerDeclaration>] = []
  private(set) var dependencies: [Placed<Dependency>] = []
  private(set) var contracts: [Placed<Contract>] = []
  private(set) var writes: [Placed<WriteDeclaration>] = []
  private(set) var written: [Placed<Written>] = []
  /// Everything that is read, in the order population, lookups, summaries, histories, completeness.
  private(set) var readings: [ReadRows] = []
  /// The tables under the readings, with the scope in which each is read.
  private(set) var inputUses: [InputUse] = []
  /// The expressions that have one value per entity: features, failures, contracts, matches, conditions.
  private(set) var entitySites: [ExpressionSite] = []
  /// Every expression of the body, outermost ones only: entity level first, then those of the rows.
  private(set) var sites: [ExpressionSite] = []

  /// How expressions name rows: by the alias alone, or as the author's Swift values have them.
  enum RowNaming { case byAlias, asWritten }

  init(_ processor: Processor, naming: RowNaming = .byAlias) {
    self.processor = processor
    for declaration in processor.declarations {
      let plain = naming == .byAlias ? declaration.namingRowsByAlias : declaration
      add(plain.content, at: plain.place)
    }
    readings = allReadings()
    entitySites = allEntitySites()
    inputUses = allInputUses()
    sites = entitySites + readings.flatMap(\.rowSites)
  }

  var name: String { processor.name }
  var place: Place { processor.place }
  var table: TableDeclaration { processor.table }
  var columns: [Column] { processor.table.shape.columns }

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }
  func feature(_ name: String) -> Placed<FeatureDeclaration>? {
    features.first { $0.value.name == name }
  }

  private mutating func add(_ content: Declaration.Content, at place: Place) {
    switch content {
    case .population(let population, let days):
      populations.append(Placed(Population(declaration: population, days: days), at: place))
    case .history(let rows, let matches):
      histories.append(Placed(MatchedRows(rows: rows, matches: matches), at: place))
    case .summary(let rows, let matches):
      summaries.append(Placed(MatchedRows(rows: rows, matches: matches), at: place))
    case .lookup(let lookup):
      lookups.append(Placed(lookup, at: place))
    case .feature(let feature):
      features.append(Placed(feature, at: place))
    case .sourceTracking(let columns, let rows, let expected):
      tracking.append(
        Placed(Tracking(columns: columns, rows: rows, expectedRows: expected), at: place))
    case .completeness(let declaration):
      completeness.append(Placed(declaration, at: place))
    case .failure(let failure):
      failures.append(Placed(failure, at: place))
    case .breaker(let breaker):
      breakers.append(Placed(breaker, at: place))
    case .processorBreaker(let breaker):
      processorBreakers.append(Placed(breaker, at: place))
    case .dependency(let rows, let minimum, let isCritical):
      dependencies.append(
        Placed(
          Dependency(rows: rows, minimumRows: minimum, isCritical: isCritical), at: place))
    case .contract(let name, let holds):
      contracts.append(Placed(Contract(name: name, holds: holds), at: place))
    case .write(let write):
      writes.append(Placed(write, at: place))
    case .rowHash(let column):
      written.append(Placed(Written(column: column, filling: .rowHash), at: place))
    case .createdAt(let column):
      written.append(Placed(Written(column: column, filling: .createdAt), at: place))
    case .writtenAt(let column):
      written.append(Placed(Written(column: column, filling: .writtenAt), at: place))
    }
  }
}
