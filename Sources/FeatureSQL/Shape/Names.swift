/// Names that are taken, and the nearest free one for a helper: `nth`, else `nth_2`, `nth_3`, …
///
/// Engines fold the case of names, so names that differ only in case collide.
struct Names {
  private var taken: Set<String> = []

  init(_ taken: some Sequence<String> = []) {
    for name in taken { self.taken.insert(name.lowercased()) }
  }

  /// The wanted name or the first free one after it; taken from now on.
  mutating func take(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }
}
