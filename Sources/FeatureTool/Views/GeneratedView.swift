/// How the generated files stand, as it is shown.
struct GeneratedView {
  let folder: String
  let difference: FolderDifference

  /// After `--write`.
  func written(_ palette: Palette) -> [String] {
    let changed = difference.missing.count + difference.outOfDate.count
    guard !difference.isEmpty else {
      return ["\(folder) is up to date: \(Words.count(difference.current, "file"))"]
    }
    return list(palette, ["new": .added, "changed": .accent, "removed": .removed]) + [
      "",
      "\(folder): \(Words.count(changed, "file")) written,"
        + " \(Words.count(difference.extra.count, "file")) removed,"
        + " \(Words.count(difference.current, "file")) as before",
    ]
  }

  /// After `--check`.
  func checked(_ palette: Palette, _ program: String) -> [String] {
    guard !difference.isEmpty else {
      return ["\(folder) is up to date: \(Words.count(difference.current, "file"))"]
    }
    let count = difference.missing.count + difference.outOfDate.count + difference.extra.count
    return list(palette, ["missing": .warning, "out of date": .warning, "extra": .warning]) + [
      "",
      palette(.bad, "\(folder) is out of date:")
        + " \(Words.count(count, "file")) \(count == 1 ? "differs" : "differ") from what the specs say",
      "  " + palette(.accent, "help:") + " \(program) compile --write, and commit the result",
    ]
  }

  private func list(_ palette: Palette, _ roles: KeyValuePairs<String, Role>) -> [String] {
    let groups = [difference.missing, difference.outOfDate, difference.extra]
    let width = roles.map(\.key.count).max() ?? 0
    return zip(roles, groups).flatMap { role, paths in
      paths.map { palette(role.value, role.key.padded(to: width)) + "  \(folder)/\($0)" }
    }
  }

  var document: Document {
    Document(
      folder: folder, isUpToDate: difference.isEmpty, missing: difference.missing,
      outOfDate: difference.outOfDate, extra: difference.extra, current: difference.current)
  }

  /// The JSON of `compile --check` and `compile --write`; `docs/json.md` describes it.
  struct Document: Encodable {
    let folder: String
    let isUpToDate: Bool
    let missing: [String]
    let outOfDate: [String]
    let extra: [String]
    let current: Int
  }
}
