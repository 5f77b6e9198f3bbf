extension Database {
  /// Settings of a database, fixed when it is opened.
  ///
  /// The defaults are safe: no extension is downloaded or loaded by itself, and SQL reaches no file
  /// but the database.
  public struct Configuration: Hashable, Sendable {
    /// Threads of the engine; nil is one per core.
    public var threads: Int?

    /// Memory in bytes before the engine spills to `temporaryDirectory`, or else fails with
    /// `outOfMemory`; nil is 80 % of what the machine has.
    public var memoryLimit: Int?

    /// Opens the file for reading only: several processes may do so at once.
    public var isReadOnly: Bool

    /// The folder to spill to; made when first needed. Nil is `<file>.tmp` beside a database file,
    /// and none for a database in memory: that one fails with `outOfMemory` instead.
    public var temporaryDirectory: String?

    /// Whether SQL may read and write other files: `COPY`, `ATTACH`, `read_parquet`, extensions.
    public var allowsExternalAccess: Bool

    /// Whether rows without `ORDER BY` come, and are stored, in the order they were given. False
    /// lets `CREATE TABLE AS`, `INSERT` and `MERGE` write in parallel: about twice as fast from
    /// registered columns on two cores.
    public var keepsInsertionOrder: Bool

    /// The oldest DuckDB that must be able to read a *new* file, as in `v1.4.0`; nil is the loaded
    /// library itself.
    public var storageVersion: String?

    /// Any other setting of the engine, by its name.
    public var settings: [String: String]

    public init(
      threads: Int? = nil, memoryLimit: Int? = nil, isReadOnly: Bool = false,
      temporaryDirectory: String? = nil, allowsExternalAccess: Bool = false,
      keepsInsertionOrder: Bool = true,
      storageVersion: String? = nil, settings: [String: String] = [:]
    ) {
      self.threads = threads
      self.memoryLimit = memoryLimit
      self.isReadOnly = isReadOnly
      self.temporaryDirectory = temporaryDirectory
      self.allowsExternalAccess = allowsExternalAccess
      self.keepsInsertionOrder = keepsInsertionOrder
      self.storageVersion = storageVersion
      self.settings = settings
    }

    /// Names and values as the engine takes them: switching off external access comes last, for the
    /// engine then refuses to be told of folders.
    func engineSettings(for location: Location) -> [(name: String, value: String)] {
      var list = [
        (name: "autoinstall_known_extensions", value: "false"),
        (name: "autoload_known_extensions", value: "false"),
      ]
      func set(_ name: String, _ value: String?) {
        if let value { list.append((name, value)) }
      }
      set("access_mode", isReadOnly ? "READ_ONLY" : nil)
      set("threads", threads.map { "\($0)" })
      set("memory_limit", memoryLimit.map { "\($0)B" })
      set("temp_directory", temporaryDirectory ?? (location == .memory ? "" : nil))
      set("preserve_insertion_order", keepsInsertionOrder ? nil : "false")
      set("storage_compatibility_version", storageVersion)
      for (name, value) in settings.sorted(by: { $0.key < $1.key }) { set(name, value) }
      set("enable_external_access", allowsExternalAccess ? nil : "false")
      return list
    }
  }
}
