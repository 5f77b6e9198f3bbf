import Foundation
import Testing

@testable import FeatureEngine

/// Disks that are full, or may not be written: one sentence, and nothing half written.
@Suite(
  .enabled(
    if: Child.executable != nil, "the fastbreak executable is not beside the tests: swift build"),
  .enabled(if: Volume.isPossible, "a disk of its own takes root, who may mount one"),
  .serialized)
struct DiskTests {
  /// The season on a volume that has so many kilobytes more than it takes.
  func volume(spare kilobytes: Int) throws -> (Volume, path: String) {
    let source = try MadeSeason.shared.get().path
    let facts = try FileManager.default.attributesOfItem(atPath: source)
    let size = ((facts[.size] as? Int) ?? 0) / 1024 + 1
    let volume = try Volume(kilobytes: size + kilobytes)
    try MadeSeason.copy(to: volume.path("warehouse.duckdb"))
    return (volume, volume.path("warehouse.duckdb"))
  }

  @Test func `a disk that fills up stops the run, which goes on when there is room`() throws {
    let (volume, path) = try volume(spare: 500)
    let child = try Child(ShippedSeason.words("run", "--slab-days", "1", "--warehouse", path))
    #expect(child.wait() == .exit(1))
    #expect(child.errors.contains("No space left on device"))
    #expect(
      child.errors.contains("help: free some space and run again; nothing of this step was stored"))
    try volume.remount("size=256m")
    do {
      let shipped = try ShippedWarehouse(path: path)
      try shipped.warehouse.expectReceiptsMatchRows(of: shipped.plan)
    }
    let second = try Child(ShippedSeason.words("run", "--warehouse", path))
    #expect(second.wait() == .exit(0))
    let shipped = try ShippedWarehouse(path: path)
    #expect(try shipped.stored() == MadeSeason.shared.get().stored)
  }

  @Test func `a load onto a disk without room leaves nothing there`() throws {
    let feed = TemporaryFolder()
    try MadeSeason.writeSchedule(to: feed.path("nbac_schedule.parquet"))
    let volume = try Volume(kilobytes: 60)
    let command = [
      "load", "--feed", "nba-demo", "--from", feed.root.path, "--warehouse",
      volume.path("new/warehouse.duckdb"),
    ]
    let load = try Child(command)
    #expect(load.wait() == .exit(1))
    #expect(load.errors.contains("No space left on device"))
    #expect(load.errors.contains("help: free some space and run again"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: volume.folder.root.path) == [])
    try volume.remount("size=64m")
    #expect(try Child(command).wait() == .exit(0))
  }

  @Test func `on a disk that may not be written a run is refused, a plan and a status are not`()
    throws
  {
    let (volume, path) = try volume(spare: 8_000)
    try volume.remount("ro")
    let run = try Child(ShippedSeason.words("run", "--warehouse", path))
    #expect(run.wait() == .exit(1))
    #expect(
      run.errors == """
        error: the warehouse \(path) may not be written: read-only file system
          help: choose another with --warehouse, or give write permission to the file and its folder; \
        plan, status and runs only read

        """)
    let load = try Child(
      ["load", "--feed", "nba-demo", "--from", ".", "--warehouse", volume.path("a/new.duckdb")])
    #expect(load.wait() == .exit(1))
    #expect(
      load.errors == """
        error: the folder \(volume.path("a")) cannot be made: the disk is read-only
          help: choose another with --warehouse

        """)
    let plan = try Child(ShippedSeason.words("plan", "--warehouse", path))
    #expect(plan.wait() == .exit(0))
    #expect(plan.output.contains("run would compute "))
    #expect(try Child(["status", "--warehouse", path]).wait() == .exit(0))
  }
}
