import Foundation
import Testing

/// The keys of a JSON object, sorted.
func jsonKeys(_ text: String) throws -> [String] {
  let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return try #require(object as? [String: Any]).keys.sorted()
}

/// Every path of keys in a JSON document, once: `processors[].rows.inserted`.
func jsonPaths(_ text: String) throws -> [String] {
  var paths: Set<String> = []
  func visit(_ value: Any, _ path: String) {
    if let object = value as? [String: Any] {
      for (key, inner) in object { visit(inner, path.isEmpty ? key : path + "." + key) }
      if object.isEmpty { paths.insert(path + "{}") }
    } else if let list = value as? [Any] {
      for inner in list { visit(inner, path + "[]") }
      if list.isEmpty { paths.insert(path + "[]") }
    } else {
      paths.insert(path)
    }
  }
  visit(try JSONSerialization.jsonObject(with: Data(text.utf8)), "")
  return paths.sorted()
}
