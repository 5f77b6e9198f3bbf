internal import CDuckDB
internal import Synchronization

/// The table function behind registered columns: `swift_columns(number)`.
///
/// The engine calls it from several threads. Each takes a run of rows from a shared counter and
/// hands them over a vector at a time; the columns themselves are never written.
enum ColumnScan {
  static let name = "swift_columns"

  /// Rows that a thread takes at once: a multiple of the vector, few enough to share out small
  /// tables.
  private static let run = 10 * vector
  private static let vector = 2048

  /// Makes the function known to the database.
  static func register(on connection: ConnectionHandle) throws(DuckDBError) {
    var function = duckdb_create_table_function()
    defer { duckdb_destroy_table_function(&function) }
    duckdb_table_function_set_name(function, name)
    let number = TypeHandle(consuming: duckdb_create_logical_type(DUCKDB_TYPE_BIGINT))
    duckdb_table_function_add_parameter(function, number.raw)
    duckdb_table_function_set_extra_info(
      function, Unmanaged.passRetained(connection.database.sources).toOpaque(), release)
    duckdb_table_function_supports_projection_pushdown(function, true)
    duckdb_table_function_set_bind(function, bind)
    duckdb_table_function_set_init(function, initialise)
    duckdb_table_function_set_local_init(function, initialiseThread)
    duckdb_table_function_set_function(function, scan)
    guard duckdb_register_table_function(connection.raw, function) == DuckDBSuccess else {
      throw DuckDBError(.other, "the engine refused the table function \(name)")
    }
  }

  /// One statement's scan: what is read, and the first row that no thread has taken.
  private final class Scan: Sendable {
    let source: ColumnSource
    let projection: [Int]
    let next = Atomic(0)

    init(_ source: ColumnSource, projection: [Int]) {
      self.source = source
      self.projection = projection
    }

    func take() -> Range<Int> {
      let start = next.add(run, ordering: .relaxed).oldValue
      return min(start, source.count)..<min(start + run, source.count)
    }
  }

  /// The rows that one thread has in hand.
  private final class Hand {
    var rows = 0..<0
  }

  private static let release: duckdb_delete_callback_t = { pointer in
    pointer.map { Unmanaged<AnyObject>.fromOpaque($0).release() }
  }

  /// What a callback gave the engine earlier; nil where the engine lost it.
  private static func object<Object: AnyObject>(
    _ pointer: UnsafeMutableRawPointer?, _: Object.Type = Object.self
  ) -> Object? {
    pointer.map { Unmanaged<Object>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let lost = "the engine lost what \(name) gave it"

  private static let bind: duckdb_table_function_bind_t = { info in
    guard let sources = object(duckdb_bind_get_extra_info(info), ColumnSources.self) else {
      return duckdb_bind_set_error(info, lost)
    }
    var parameter = duckdb_bind_get_parameter(info, 0)
    let number = duckdb_get_int64(parameter)
    duckdb_destroy_value(&parameter)
    guard let source = sources[number] else {
      return duckdb_bind_set_error(info, "no columns are registered as number \(number)")
    }
    for column in source.columns {
      guard let type = TypeHandle(column.type) else { continue }
      duckdb_bind_add_result_column(info, column.name, type.raw)
    }
    duckdb_bind_set_cardinality(info, idx_t(source.count), true)
    duckdb_bind_set_bind_data(info, Unmanaged.passRetained(source).toOpaque(), release)
  }

  private static let initialise: duckdb_table_function_init_t = { info in
    guard let source = object(duckdb_init_get_bind_data(info), ColumnSource.self) else {
      return duckdb_init_set_error(info, lost)
    }
    let projection = (0..<duckdb_init_get_column_count(info)).map {
      Int(truncatingIfNeeded: duckdb_init_get_column_index(info, $0))
    }
    let scan = Scan(source, projection: projection)
    duckdb_init_set_max_threads(info, idx_t(max(1, (source.count + run - 1) / run)))
    duckdb_init_set_init_data(info, Unmanaged.passRetained(scan).toOpaque(), release)
  }

  private static let initialiseThread: duckdb_table_function_init_t = { info in
    duckdb_init_set_init_data(info, Unmanaged.passRetained(Hand()).toOpaque(), release)
  }

  private static let scan: duckdb_table_function_t = { info, output in
    guard let scan = object(duckdb_function_get_init_data(info), Scan.self),
      let hand = object(duckdb_function_get_local_init_data(info), Hand.self)
    else { return duckdb_function_set_error(info, lost) }
    if hand.rows.isEmpty { hand.rows = scan.take() }
    let rows = hand.rows.prefix(vector)
    hand.rows = rows.upperBound..<hand.rows.upperBound
    for (place, column) in scan.projection.enumerated()
    where scan.source.columns.indices.contains(column) {
      scan.source.columns[column].fill(
        duckdb_data_chunk_get_vector(output, idx_t(place)), rows: rows)
    }
    duckdb_data_chunk_set_size(output, idx_t(rows.count))
  }
}
