package import FeatureAlgebra
package import FeatureSpec

extension Engine {
  /// Computes and stores what is not fresh in the range.
  ///
  /// A day that fails does not stop the others: it is in the report. Throws when nothing can go on.
  package func run(_ options: RunOptions) throws(EngineError) -> RunReport {
    throw EngineError(.usage, "run is not there yet")
  }

  /// What `run` would do: each processor's days with their decisions. Writes nothing.
  package func plan(_ options: RunOptions) throws(EngineError) -> [(processor: String, days: [DayPlan])] {
    throw EngineError(.usage, "plan is not there yet")
  }

  /// What is stored.
  package func status() throws(EngineError) -> StatusReport {
    throw EngineError(.usage, "status is not there yet")
  }

  /// Stored days of each processor whose receipt has another fingerprint than the plan, and the days of
  /// everything downstream of those: what a run would have to restate.
  package func daysToRestate() throws(EngineError) -> [(processor: String, days: ClosedRange<Day>, count: Int)] {
    throw EngineError(.usage, "daysToRestate is not there yet")
  }
}
