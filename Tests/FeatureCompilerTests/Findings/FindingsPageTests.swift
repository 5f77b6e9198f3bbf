import FeatureCompiler
import Foundation
import Testing

/// `docs/findings.md` against the sources.
@Suite struct FindingsPageTests {
  private let root: URL
  private let page: String

  init() throws {
    root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    page = try String(
      contentsOf: root.appending(path: "docs/findings.md"), encoding: .utf8)
  }

  private func swiftFiles(in folder: String) throws -> [URL] {
    let all = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return try #require(all).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test func `every code of the checker stands there`() throws {
    var codes: Set<String> = []
    for file in try swiftFiles(in: "Sources/FeatureCompiler") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /Finding\.Code\("([a-z-]+)"\)/) {
        codes.insert(String(match.1))
      }
    }
    #expect(codes.count > 60)
    for code in codes { #expect(page.contains("`\(code)`"), Comment(rawValue: code)) }
  }

  @Test func `every class of defect has a proof that exists`() throws {
    let tests = Set(
      try swiftFiles(in: "Tests").map { $0.deletingPathExtension().lastPathComponent })
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| X-") }
    #expect(
      rows.map { String($0.dropFirst(2).prefix(4)) }
        == (1...39).map { $0 < 10 ? "X-0\($0)" : "X-\($0)" })
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let named = cells[3].matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
      #expect(cells.count == 4 && !named.isEmpty, "\(row)")
      for name in named { #expect(tests.contains(name), "\(cells[0]): \(name)") }
    }
  }
}
