/// How the generated files stand, as it is shown.
struct GeneratedView {
  struct Folder {
    let name: String
    let difference: FolderDifference
  }
  /// Plans and statements, then the pages.
  let folders: [Folder]

  var isUpToDate: Bool { folders.allSatisfy(\.difference.isEmpty) }

  /// After `--write`.
  func written(_ palette: Palette) -> [String] {
    let files = list(palette, ["new": .added, "changed": .accent, "removed": .removed])
    return files + (files.isEmpty ? [] : [""])
      + folders.map { folder in
        let difference = folder.difference
        guard !difference.isEmpty else { return upToDate(folder) }
        let changed = difference.missing.count + difference.outOfDate.count
        return "\(folder.name): \(Words.count(changed, "file")) written,"
          + " \(Words.count(difference.extra.count, "file")) removed,"
          + " \(Words.count(difference.current, "file")) as before"
      }
  }

  /// After `--check`.
  func checked(_ palette: Palette, _ program: String) -> [String] {
    let files = list(palette, ["missing": .warning, "out of date": .warning, "extra": .warning])
    return files + (files.isEmpty ? [] : [""])
      + folders.map { folder in
        let difference = folder.difference
        guard !difference.isEmpty else { return upToDate(folder) }
        let count =
          difference.missing.count + difference.outOfDate.count + difference.extra.count
        return palette(.bad, "\(folder.name) is out of date:")
          + " \(Words.count(count, "file")) \(count == 1 ? "differs" : "differ") from what the specs say"
      }
      + (isUpToDate
        ? []
        : ["  " + palette(.accent, "help:") + " \(program) compile --write, and commit the result"])
  }

  private func upToDate(_ folder: Folder) -> String {
    "\(folder.name) is up to date: \(Words.count(folder.difference.current, "file"))"
  }

  private func list(_ palette: Palette, _ roles: KeyValuePairs<String, Role>) -> [String] {
    let width = roles.map(\.key.count).max() ?? 0
    return folders.flatMap { folder -> [String] in
      let difference = folder.difference
      let groups = [difference.missing, difference.outOfDate, difference.extra]
      return zip(roles, groups).flatMap { role, paths in
        paths.map { palette(role.value, role.key.padded(to: width)) + "  \(folder.name)/\($0)" }
      }
    }
  }

  var document: Document { Document(isUpToDate: isUpToDate, folders: folders) }

  /// The JSON of `compile --check` and `compile --write`; `docs/json.md` describes it.
  struct Document: Encodable {
    struct Part: Encodable {
      let folder: String
      let missing: [String]
      let outOfDate: [String]
      let extra: [String]
      let current: Int

      init(_ folder: Folder) {
        self.folder = folder.name
        missing = folder.difference.missing
        outOfDate = folder.difference.outOfDate
        extra = folder.difference.extra
        current = folder.difference.current
      }
    }
    enum Key: String, CodingKey { case isUpToDate, documentation }
    let isUpToDate: Bool
    let folders: [Folder]

    /// Plans and statements stand on top, the pages beside them.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(isUpToDate, forKey: .isUpToDate)
      try folders.first.map(Part.init)?.encode(to: encoder)
      try container.encodeIfPresent(
        folders.dropFirst().first.map(Part.init), forKey: .documentation)
    }
  }
}
