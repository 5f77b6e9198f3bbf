internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL
internal import Foundation

/// What is stored about the days of a range, for all processors of a run.
///
/// It is asked for once, by the first processor that wants its part: nobody but a processor itself
/// changes what is stored about it.
final class StoredReceipts {
  private let processors: [String]
  private let days: ClosedRange<Day>
  private let lock = NSLock()
  private var known: [String: StoredDays]?

  init(_ processors: [ProcessorPlan], _ days: ClosedRange<Day>) {
    self.processors = processors.map(\.name)
    self.days = days
  }

  /// - Parameter connection: of the caller, used by nobody else meanwhile.
  func days(
    of processor: ProcessorPlan, by connection: Connection
  ) throws(EngineError) -> StoredDays {
    lock.lock()
    defer { lock.unlock() }
    if known == nil {
      known = try doing("read the receipts") { () throws(DuckDBError) in try read(connection) }
    }
    return known?[processor.name] ?? StoredDays()
  }

  private func read(_ connection: Connection) throws(DuckDBError) -> [String: StoredDays] {
    var stored: [String: StoredDays] = [:]
    for row in try rows("as_of, plan_fingerprint", of: SystemTables.receipts, connection) {
      guard let name = row[0].asText, let day = row[1].asDate, let fingerprint = row[2].asText
      else { continue }
      stored[name, default: StoredDays()].receipts[Day(ordinal: day)] =
        Receipt(fingerprint: fingerprint, inputs: [:])
    }
    let facts = "input, as_of, rows_found, last_updated, digest"
    var inputs: [String: InputStates] = [:]
    for row in try rows(facts, of: SystemTables.receiptInputs, connection) {
      guard let name = row[0].asText, let input = row[1].asText, let day = row[2].asDate
      else { continue }
      inputs[name, default: [:]][Day(ordinal: day), default: [:]][input] = InputState(row[3...])
    }
    for (name, days) in inputs {
      for (day, states) in days { stored[name]?.receipts[day]?.inputs = states }
    }
    let ofTheDay = "FILTER (entity_id = '\(SystemTables.dayLevelEntity)')"
    let failures = try rows(
      "as_of, ANY_VALUE(failure_category) \(ofTheDay), ANY_VALUE(failure_reason) \(ofTheDay)",
      of: SystemTables.failures, connection)
    for row in failures {
      guard let name = row[0].asText, let day = row[1].asDate else { continue }
      stored[name, default: StoredDays()].failingDays.insert(Day(ordinal: day))
      stored[name]?.failures[Day(ordinal: day)] = row[2].asText.map {
        StoredDays.Failure(category: $0, reason: row[3].asText)
      }
    }
    try readBreakers(into: &stored, connection)
    return stored
  }

  /// What circuit breakers of entities and of processors hold back.
  private func readBreakers(
    into stored: inout [String: StoredDays], _ connection: Connection
  ) throws(DuckDBError) {
    let held = try connection.query(
      """
      SELECT failed.processor_name, failed.as_of, MIN(attempt.circuit_breaker_until)
      FROM \(identifier(SystemTables.failures.name)) AS failed
      JOIN \(identifier(SystemTables.reprocessAttempts.name)) AS attempt
        USING (processor_name, as_of, entity_id)
      WHERE failed.as_of BETWEEN $from AND $to AND attempt.circuit_breaker_tripped
        AND failed.failure_category = '\(FailureCategory.circuitBreakerActive.rawValue)'
      GROUP BY failed.processor_name, failed.as_of
      """, parameters
    ).rows()
    for row in held {
      guard let name = row[0].asText, let day = row[1].asDate else { continue }
      let until: Int64 = if case .timestamp(let time) = row[2] { time } else { .min }
      stored[name, default: StoredDays()].heldUntil[Day(ordinal: day)] = until
    }
    let breakers = try connection.query(
      "SELECT processor_name, scope, failures, successes, open_until FROM "
        + identifier(SystemTables.circuitBreakers.name)
    ).rows()
    for row in breakers {
      guard let name = row[0].asText, let scope = row[1].asText else { continue }
      let until: Int64? = if case .timestamp(let time) = row[4] { time } else { nil }
      stored[name, default: StoredDays()].breakers[scope] = BreakerState(
        failures: Int(row[2].asInteger ?? 0), successes: Int(row[3].asInteger ?? 0),
        openUntil: until)
    }
  }

  private var parameters: Parameters {
    ["from": .date(days.lowerBound.ordinal), "to": .date(days.upperBound.ordinal)]
  }

  /// Name of the processor, then `columns`; with an aggregate one row per processor and day.
  private func rows(
    _ columns: String, of table: TablePlan, _ connection: Connection
  ) throws(DuckDBError) -> [[SQLValue]] {
    let names = processors.map { "'\($0)'" }.joined(separator: ", ")
    let processor = identifier(table.key[0])
    return try connection.query(
      "SELECT \(processor), \(columns) FROM \(identifier(table.name))"
        + " WHERE as_of BETWEEN $from AND $to AND \(processor) IN (\(names))"
        + (columns.contains("FILTER") ? " GROUP BY \(processor), as_of" : ""),
      parameters
    ).rows()
  }
}
