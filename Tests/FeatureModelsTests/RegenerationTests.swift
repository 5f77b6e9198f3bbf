import FeatureAlgebra
import FeatureKernels
import Foundation
import Testing

/// The committed models against the library itself, where `make setup-xgboost` installed it.
struct RegenerationTests {
  private static let python = Fixture.home.appending(path: "../../../.deps/xgboost/venv/bin/python")

  private static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: python.path)
  }

  @Test(.enabled(if: isInstalled, "XGBoost is not installed; make setup-xgboost does it"))
  func `XGBoost writes these models, and predicts what we do`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fastbreak-\(UUID().uuidString)")
    let (fixtures, models) = (folder.appending(path: "fixtures"), folder.appending(path: "models"))
    for folder in [fixtures, models] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: folder) }

    let process = Process()
    process.executableURL = Self.python
    process.arguments = [
      Fixture.home.appending(path: "train.py").path, fixtures.path, models.path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)

    for name in Fixture.names {
      let fresh = try Fixture(name, in: fixtures, models: models)
      #expect(fresh.model.problem == nil)
      for (our, their) in zip(try fresh.kernels(), fresh.predictions) {
        #expect(abs(our - their) <= 1e-6, "\(name)")
      }
      // Another kind of processor may train another last digit.
      #if arch(x86_64)
        let committed = try Fixture(name)
        #expect(fresh.model == committed.model, "\(name)")
        #expect(fresh.columns == committed.columns, "\(name)")
        #expect(fresh.predictions == committed.predictions, "\(name)")
      #endif
    }
  }
}
