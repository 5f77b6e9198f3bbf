import FeaturePlan
import Foundation

/// What the specs are compared with: an earlier plan and its statements.
struct Baseline {
  /// `generated`, `git main`: as it is said.
  let name: String
  let plan: Plan
  /// The texts of the statements by path below the folder: `duckdb/nba/team_form/5_features.sql`.
  let statements: [String: String]

  /// The files of a folder.
  init(_ folder: GeneratedFolder) throws(ToolError) {
    guard folder.read("plans/" + PlanFiles.pipelineName) != nil else {
      throw ToolError(
        .absent, "there is no plan in \(folder.name)/plans to compare with",
        help: "compile --write makes one; --against takes a git revision, or stored")
    }
    name = folder.name
    plan = try PlanFiles.plan(in: folder.name + "/plans") { folder.read("plans/" + $0) }
    var statements: [String: String] = [:]
    for path in folder.stored() where path.hasSuffix(".sql") {
      statements[path] = folder.read(path).map { String(decoding: $0, as: UTF8.self) }
    }
    self.statements = statements
  }

  /// The same files at a git revision.
  init(_ folder: GeneratedFolder, at git: GitRevision) throws(ToolError) {
    name = "git \(git.revision)"
    var bytes: [String: Data] = [:]
    let prefix = folder.name + "/"
    for part in folder.parts {
      for path in try git.files(below: prefix + part) where path.hasPrefix(prefix) {
        bytes[String(path.dropFirst(prefix.count))] = try git.read(path)
      }
    }
    guard bytes["plans/" + PlanFiles.pipelineName] != nil else {
      throw ToolError(
        .absent, "\(folder.name)/plans has no plan at git \(git.revision)",
        help: "--output names the folder; compile --write fills it")
    }
    plan = try PlanFiles.plan(in: "\(git.revision):\(folder.name)/plans") { bytes["plans/" + $0] }
    statements = bytes.filter { $0.key.hasSuffix(".sql") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
