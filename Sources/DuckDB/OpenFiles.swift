internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The database files that this process holds open.
///
/// DuckDB guards a file with a POSIX lock, which keeps out other processes only: a second database
/// on the same file in one process opens, overwrites the first one's pages, and drops its lock when
/// it closes. So the second one is refused here. What is held is a property of the process, like
/// the lock itself; hence the one global of this module.
enum OpenFiles {
  /// A file, whatever path leads to it.
  struct Identity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Nil when there is no such file.
    init?(path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: facts.st_dev)
      number = UInt64(truncatingIfNeeded: facts.st_ino)
    }
  }

  private static let held = Mutex<Set<Identity>>([])

  /// Runs `open` unless the file is held, and holds the file from then on.
  ///
  /// - Errors: `busy` when this process holds the file, and those of `open`.
  static func hold(
    _ path: String, _ open: () throws(DuckDBError) -> Void
  ) throws(DuckDBError) -> Identity? {
    try held.withLock { (held) throws(DuckDBError) -> Identity? in
      if let identity = Identity(path: path), held.contains(identity) {
        throw DuckDBError(
          .busy, "this process has \(path) open already; take another connection of that database")
      }
      try open()
      let identity = Identity(path: path)
      if let identity { held.insert(identity) }
      return identity
    }
  }

  static func release(_ identity: Identity) {
    held.withLock { _ = $0.remove(identity) }
  }
}
