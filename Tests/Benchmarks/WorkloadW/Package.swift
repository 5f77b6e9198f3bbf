// swift-tools-version: 6.2
import PackageDescription

// Workload W as somebody else's spec package: four tables over one prepared season. It depends on
// fastbreak by path, as a user's package would by version.
let package = Package(
  name: "workload-w",
  dependencies: [.package(name: "fastbreak", path: "../../..")],
  targets: [
    .executableTarget(
      name: "WorkloadW",
      dependencies: [
        .product(name: "FeatureSpec", package: "fastbreak"),
        .product(name: "FeatureTool", package: "fastbreak"),
      ])
  ]
)
