@testable import FeatureEngine

/// The tiny season after its first run. A suite that only reads keeps one, and runs its tests one by one.
struct FirstRun {
  let tiny: TinyWarehouse
  let report: RunReport

  init() throws {
    tiny = try TinyWarehouse()
    report = try tiny.run()
  }
}
