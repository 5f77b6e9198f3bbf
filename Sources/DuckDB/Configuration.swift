extension Database {
  /// Settings of a database, fixed when it is opened.
  ///
  /// The defaults are safe: no extension is downloaded or loaded by itself, and SQL reaches no file but the database.
  public struct Configuration: Hashable, Sendable {
    /// Threads of the engine; nil is one per core.
    public var threads: Int?

    /// Memory in bytes before the engine spills to `temporaryDirectory` or fails with `outOfMemory`; nil is 80 % of
    /// what the machine has.
    public var memoryLimit: Int?

    /// Opens the file for reading only: several processes may do so at once.
    public var isReadOnly: Bool

    /// The folder to spill to; nil is beside the database file.
    public var temporaryDirectory: String?

    /// Whether SQL may read and write other files: `COPY`, `ATTACH`, `read_parquet`, extensions.
    public var allowsExternalAccess: Bool

    /// The oldest DuckDB that must be able to read a *new* file, as in `v1.4.0`; nil is the loaded library itself.
    public var storageVersion: String?

    /// Any other setting of the engine, by its name.
    public var settings: [String: String]

    public init(
      threads: Int? = nil, memoryLimit: Int? = nil, isReadOnly: Bool = false,
      temporaryDirectory: String? = nil, allowsExternalAccess: Bool = false,
      storageVersion: String? = nil, settings: [String: String] = [:]
    ) {
      self.threads = threads
      self.memoryLimit = memoryLimit
      self.isReadOnly = isReadOnly
      self.temporaryDirectory = temporaryDirectory
      self.allowsExternalAccess = allowsExternalAccess
      self.storageVersion = storageVersion
      self.settings = settings
    }

    /// Names and values as the engine takes them, in a fixed order.
    var engineSettings: [(name: String, value: String)] {
      var list = [
        ("autoinstall_known_extensions", "false"),
        ("autoload_known_extensions", "false"),
        ("enable_external_access", allowsExternalAccess ? "true" : "false"),
        ("access_mode", isReadOnly ? "READ_ONLY" : "AUTOMATIC"),
      ]
      if let threads { list.append(("threads", "\(threads)")) }
      if let memoryLimit { list.append(("memory_limit", "\(memoryLimit)B")) }
      if let temporaryDirectory { list.append(("temp_directory", temporaryDirectory)) }
      if let storageVersion { list.append(("storage_compatibility_version", storageVersion)) }
      for (name, value) in settings.sorted(by: { $0.key < $1.key }) { list.append((name, value)) }
      return list.map { (name: $0.0, value: $0.1) }
    }
  }
}
