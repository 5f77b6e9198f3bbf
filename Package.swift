// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target. Search paths for libduckdb are not here: `unsafeFlags` would bar
/// this package from being a versioned dependency. The Makefile passes them (docs/decisions/0001).
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, resources: resources,
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "fastbreak",
  // Int128, Mutex and Span.
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "fastbreak", targets: ["fastbreak"]),
    .library(name: "FeatureSpec", targets: ["FeatureSpec"]),
    .library(name: "FeatureModels", targets: ["FeatureModels"]),
    .library(name: "FeatureKernels", targets: ["FeatureKernels"]),
    .library(name: "FeatureTool", targets: ["FeatureTool"]),
    .library(name: "FeatureTesting", targets: ["FeatureTesting"]),
    .library(name: "NBAFeatures", targets: ["NBAFeatures"]),
    .library(name: "NBAKernels", targets: ["NBAKernels"]),
  ],
  targets: [
    // Nouns
    target("FeatureAlgebra"),
    target("FeatureSpec", ["FeatureAlgebra"]),
    target("FeaturePlan", ["FeatureAlgebra"]),
    target("FeatureLedger", ["CSQLite"]),
    // Arrows
    target("FeatureModels", ["FeatureAlgebra"]),
    target("FeatureCompiler", ["FeatureAlgebra", "FeatureSpec", "FeaturePlan"]),
    target("FeatureSQL", ["FeatureAlgebra", "FeaturePlan"]),
    target("FeatureKernels", ["FeatureAlgebra", "FeaturePlan"]),
    target("DuckDB", ["CDuckDB"]),
    target(
      "FeatureEngine",
      [
        "FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureSQL", "FeatureKernels",
        "FeatureLedger", "DuckDB",
      ]),
    target(
      "FeatureTool",
      [
        "FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureCompiler", "FeatureSQL",
        "FeatureKernels", "FeatureLedger", "DuckDB", "FeatureEngine",
      ]),
    target(
      "FeatureTesting",
      ["FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureCompiler", "FeatureSQL"]),
    .systemLibrary(name: "CDuckDB"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Shipped specs and the season that the demo generates
    target(
      "NBAFeatures", ["FeatureSpec", "FeatureModels"], path: "specs/NBA",
      resources: [.embedInCode("Models/nba_points.json")]),
    target(
      "NBAKernels", ["FeatureAlgebra", "FeatureKernels", "NBAFeatures"], path: "specs/NBAKernels"),
    target("NBADemo", [], path: "specs/NBADemo"),
    .executableTarget(
      name: "fastbreak",
      dependencies: ["FeatureSpec", "FeatureTool", "NBAFeatures", "NBAKernels", "NBADemo"],
      swiftSettings: settings),
    // Tests
    tests("FeatureAlgebra", []),
    tests(
      "FeatureCompiler", ["FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureTesting"]),
    tests(
      "FeatureSQL",
      [
        "FeatureAlgebra", "FeaturePlan", "FeatureCompiler", "FeatureTesting", "NBAFeatures",
        "DuckDB",
      ]),
    tests("FeatureKernels", ["FeatureAlgebra", "FeaturePlan", "FeatureSQL", "DuckDB"]),
    tests(
      "FeatureModels",
      [
        "FeatureAlgebra", "FeaturePlan", "FeatureSQL", "FeatureKernels", "DuckDB", "NBAFeatures",
      ], exclude: ["XGBoost"]),
    tests("FeatureLedger", []),
    tests("DuckDB", []),
    tests("NBADemo", []),
    tests("NBAKernels", ["FeatureAlgebra", "FeatureKernels", "NBAFeatures"]),
    tests(
      "FeatureEngine",
      [
        "FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureCompiler", "FeatureSQL",
        "FeatureKernels", "FeatureModels", "FeatureLedger", "FeatureTool", "DuckDB", "NBAFeatures",
        "NBAKernels", "NBADemo",
      ], exclude: ["Oracles"]),
    tests(
      "FeatureTool",
      [
        "FeatureAlgebra", "FeatureSpec", "FeaturePlan", "FeatureCompiler", "FeatureSQL", "DuckDB",
        "FeatureEngine", "FeatureLedger", "NBAFeatures",
      ]),
  ]
)
