import DuckDB
import Foundation
import Testing

/// Opening files: what is refused, and why.
@Suite struct DatabaseTests {
  let folder = TemporaryFolder()

  @Test func `a file keeps what was written`() throws {
    let path = folder.path("kept.duckdb")
    do {
      try Database(.file(path)).connect().execute("CREATE TABLE t AS SELECT 7 AS a")
    }
    #expect(try Database(.file(path)).connect().query("FROM t").value() == 7)
  }

  @Test func `a file that another process holds is busy, and the error names the process`()
    async throws
  {
    let path = folder.path("held.duckdb")
    let database = try Database(.file(path))
    try database.connect().execute("CREATE TABLE t (a INTEGER)")
    let holder = ProcessInfo.processInfo.processIdentifier
    await #expect(processExitsWith: .success) {
      [path = path as String, holder = holder as Int32] in
      let error = try #require(throws: DuckDBError.self) { try Database(.file(path)) }
      #expect(error.code == .busy)
      #expect(error.message.contains("PID \(holder)"), "\(error.message)")
    }
  }

  @Test func `a file that this process holds is busy, by whatever path`() throws {
    let path = folder.path("mine.duckdb")
    let link = folder.path("link.duckdb")
    let database = try Database(.file(path))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    for again in [path, link] {
      let error = #expect(throws: DuckDBError.self) { try Database(.file(again)) }
      #expect(error?.code == .busy)
    }
    try database.connect().execute("CREATE TABLE still_usable (a INTEGER)")
  }

  @Test func `a closed file may be opened again, and a result holds it open`() throws {
    let path = folder.path("closed.duckdb")
    var result: QueryResult? = try Database(.file(path)).connect().query("SELECT 1")
    #expect(throws: DuckDBError.self) { try Database(.file(path)) }
    #expect(try result?.value() == 1)
    result = nil
    _ = try Database(.file(path))
  }

  @Test func `what is no database is told from what is missing`() throws {
    try Data("no database at all".utf8).write(to: folder.root.appendingPathComponent("text"))
    #expect(code { try Database(.file(folder.path("text"))) } == .notADatabase)
    #expect(code { try Database(.file(folder.path("no/such/folder"))) } == .missingFile)
    #expect(
      code {
        try Database(
          .file(folder.path("none")), configuration: .init(isReadOnly: true))
      } == .missingFile)
  }

  @Test func `a file of a newer format is told from a damaged one`() throws {
    let path = folder.path("format.duckdb")
    do {
      try Database(.file(path)).connect().execute("CREATE TABLE t AS SELECT 1 AS a; CHECKPOINT")
    }
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))

    // The header is a block of 4096 bytes: checksum, "DUCK", then the format's number.
    bytes[13] = 200
    try Data(bytes).write(to: folder.root.appendingPathComponent("damaged"))
    bytes.withUnsafeMutableBytes { raw in
      let words = (1..<512).map { raw.load(fromByteOffset: $0 * 8, as: UInt64.self) }
      let checksum = words.reduce(5381) { $0 ^ ($1 &* 0xbf58_476d_1ce4_e5b9) }
      raw.storeBytes(of: checksum, as: UInt64.self)
    }
    try Data(bytes).write(to: folder.root.appendingPathComponent("newer"))

    #expect(code { try Database(.file(folder.path("damaged"))) } == .corrupt)
    #expect(code { try Database(.file(folder.path("newer"))) } == .newerFormat)
  }

  @Test(.enabled(if: geteuid() != 0, "root writes into any folder"))
  func `a folder that may not be written is read-only`() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder.root.path)
    #expect(code { try Database(.file(folder.path("new.duckdb"))) } == .readOnly)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.root.path)
  }

  @Test func `a database opened for reading refuses to write, and still scans columns`() throws {
    let path = folder.path("read.duckdb")
    do { try Database(.file(path)).connect().execute("CREATE TABLE t AS SELECT 1 AS a") }
    let connection = try Database(.file(path), configuration: .init(isReadOnly: true)).connect()
    #expect(code { try connection.execute("INSERT INTO t VALUES (2)") } == .readOnly)
    try connection.register([ColumnBuffer("b", .double([0.5]))], as: "mine")
    #expect(try connection.query("FROM t, mine").rows() == [[1, 0.5]])
  }

  @Test func `threads, memory and order are those of the configuration`() throws {
    let connection = try Database(
      configuration: .init(
        threads: 1, memoryLimit: 100 * 1024 * 1024, keepsInsertionOrder: false)
    ).connect()
    let settings = """
      SELECT current_setting('threads'), current_setting('memory_limit'),
        current_setting('preserve_insertion_order')
      """
    #expect(try connection.query(settings).rows() == [[1, "100.0 MiB", false]])
  }

  @Test func `more than the memory limit fails without a folder to spill to`() throws {
    let sql = "CREATE TABLE t AS SELECT hash(i) AS h FROM range(5000000) r(i) ORDER BY h"
    var configuration = Database.Configuration(threads: 1, memoryLimit: 20_000_000)
    let connection = try Database(configuration: configuration).connect()
    #expect(code { try connection.execute(sql) } == .outOfMemory)
    #expect(try connection.query("SELECT 1").value() == 1)

    configuration.temporaryDirectory = folder.path("spill")
    let spilling = try Database(.file(folder.path("large.duckdb")), configuration: configuration)
    try spilling.connect().execute(sql)
  }

  @Test func `SQL reaches other files only where the configuration says so`() throws {
    let file = folder.path("out.csv")
    let copy = "COPY (SELECT 1 AS a) TO '\(file)'"
    #expect(code { try Database().connect().execute(copy) } == .permission)
    #expect(!FileManager.default.fileExists(atPath: file))
    try Database(configuration: .init(allowsExternalAccess: true)).connect().execute(copy)
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test func `a setting that is unknown, or has a bad value, is refused`() {
    for settings in [["no_such_setting": "1"], ["memory_limit": "plenty"]] {
      let error = #expect(throws: DuckDBError.self) {
        try Database(configuration: .init(settings: settings))
      }
      #expect(error?.code == .invalidInput)
      #expect(error?.message.contains(settings.keys.first ?? "") == true)
    }
  }
}
