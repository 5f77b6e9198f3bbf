import Foundation

/// Values as JSON text with sorted keys, the same bytes for equal values.
enum JSONText {
  static func of(_ value: some Encodable) throws(ToolError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw ToolError(.file, "the result cannot be written as JSON: \(error)")
    }
  }
}
