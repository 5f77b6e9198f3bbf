import Foundation

/// What the tool would write, and where.
struct GeneratedFile: Hashable {
  /// Below the output folder: `plans/player_daily_cache.json`.
  let path: String
  let text: String
}

/// How a folder differs from what the specs say.
struct FolderDifference: Hashable {
  var missing: [String] = []
  var outOfDate: [String] = []
  var extra: [String] = []
  var current = 0

  var isEmpty: Bool { missing.isEmpty && outOfDate.isEmpty && extra.isEmpty }
}

/// A folder of generated files. Only files of its endings in the parts that are asked for are its own, and
/// where there is a mark only those that begin with it; anything else in it is left alone.
struct GeneratedFolder {
  /// As it is shown.
  let name: String
  /// As it is opened.
  let root: String
  /// The parts that are looked at: `plans`, `duckdb`; an empty one is the folder itself.
  let parts: [String]
  var endings = [".sql", ".json"]
  /// The first line of each of its files.
  var mark: String?

  /// The bytes of a file below the folder; nil when there is none.
  func read(_ path: String) -> Data? { FileManager.default.contents(atPath: root + "/" + path) }

  func difference(from files: [GeneratedFile]) -> FolderDifference {
    var difference = FolderDifference()
    for file in files {
      switch read(file.path) {
      case nil: difference.missing.append(file.path)
      case Data(file.text.utf8): difference.current += 1
      default: difference.outOfDate.append(file.path)
      }
    }
    let wanted = Set(files.map(\.path))
    difference.extra = stored().filter { !wanted.contains($0) }
    return difference
  }

  /// Makes the folder hold exactly `files`; each is replaced whole, by a rename.
  @discardableResult
  func write(_ files: [GeneratedFile]) throws(ToolError) -> FolderDifference {
    let difference = difference(from: files)
    let changed = Set(difference.missing + difference.outOfDate)
    do {
      for file in files where changed.contains(file.path) {
        let url = URL(fileURLWithPath: root + "/" + file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url, options: .atomic)
      }
      for path in difference.extra {
        try FileManager.default.removeItem(atPath: root + "/" + path)
        removeEmptyFolders(above: path)
      }
    } catch {
      throw ToolError(
        .file, "\(name) cannot be written: \(error.fileTrouble)",
        help: "choose another folder with --\(mark == nil ? "output" : "documentation")")
    }
    return difference
  }

  /// Every file of its own, sorted.
  func stored() -> [String] {
    parts.flatMap { part -> [String] in
      let found = FileManager.default.enumerator(
        atPath: part.isEmpty ? root : root + "/" + part)
      let paths = (found?.allObjects ?? []).compactMap { $0 as? String }
      return paths.filter { path in endings.contains { path.hasSuffix($0) } }
        .map { part.isEmpty ? $0 : part + "/" + $0 }
    }.filter(isOwn).sorted()
  }

  private func isOwn(_ path: String) -> Bool {
    guard let mark else { return true }
    return read(path)?.starts(with: Data((mark + "\n").utf8)) == true
  }

  private func removeEmptyFolders(above path: String) {
    var parent = (path as NSString).deletingLastPathComponent
    while !parent.isEmpty {
      let folder = root + "/" + parent
      let content = try? FileManager.default.contentsOfDirectory(atPath: folder)
      guard content?.isEmpty == true else { return }
      try? FileManager.default.removeItem(atPath: folder)
      parent = (parent as NSString).deletingLastPathComponent
    }
  }
}
