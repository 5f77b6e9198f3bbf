/// Puts names in an order in which each comes after those it reads. Where the reading leaves a choice
/// the given order stands.
struct ReadingOrder {
  private(set) var names: [String] = []
  /// Chains of names in which the last reads the first, each found once.
  private(set) var cycles: [[String]] = []
  private var done: Set<String> = []
  private var path: [String] = []
  private let known: Set<String>
  private let reads: (String) -> [String]

  /// - Parameter reads: what a name reads; names that are not among `names` are passed over.
  init(of names: [String], reads: @escaping (String) -> [String]) {
    self.known = Set(names)
    self.reads = reads
    for name in names { visit(name) }
  }

  private mutating func visit(_ name: String) {
    guard known.contains(name), !done.contains(name) else { return }
    if let start = path.firstIndex(of: name) {
      cycles.append(Array(path[start...]))
      return
    }
    path.append(name)
    for other in reads(name) { visit(other) }
    path.removeLast()
    done.insert(name)
    names.append(name)
  }
}
