import FeatureCompiler
import FeaturePlan
import Foundation
import NBAFeatures
import Testing

@testable import FeatureSQL

@Test func `scratch writes the shipped statements`() throws {
  guard let folder = ProcessInfo.processInfo.environment["SHOW"] else { return }
  let plan = try compile(NBAFeatures.pipeline)
  for processor in plan.processors {
    do {
      let set = try statements(for: processor, in: plan, dialect: .duckDB)
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(processor.name)", withIntermediateDirectories: true)
      for statement in set.all {
        try statement.sql.write(
          toFile: "\(folder)/\(processor.name)/\(statement.family)_\(statement.name).sql",
          atomically: true, encoding: .utf8)
      }
    } catch { print("!!", processor.name, error) }
  }
}
