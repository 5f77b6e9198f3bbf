package import DuckDB
internal import FeatureAlgebra
internal import Foundation

extension Warehouse {
  /// Writes columns as one Parquet file, through a file beside it that is renamed when it is whole.
  ///
  /// The warehouse must have been opened with `readsFiles`; one in memory will do.
  package func writeParquet(_ columns: [ColumnBuffer], to path: String) throws(EngineError) {
    let name = "parquet_source"
    let unfinished = path + ".unfinished"
    try doing("write \(path)") { () throws(DuckDBError) in
      try connection.register(columns, as: name)
      try connection.execute(
        "COPY \"\(name)\" TO \(Quoting.literal(unfinished)) (FORMAT parquet, COMPRESSION zstd)")
      try connection.unregister(name)
    }
    guard rename(unfinished, path) == 0 else {
      throw EngineError(
        .input, "could not write \(path): \(String(cString: strerror(errno)))",
        help: "choose a folder that can be written")
    }
  }
}
