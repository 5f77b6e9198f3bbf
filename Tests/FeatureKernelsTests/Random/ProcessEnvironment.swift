import Foundation

/// Settings of test runs.
enum ProcessEnvironment {
  static func value(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
