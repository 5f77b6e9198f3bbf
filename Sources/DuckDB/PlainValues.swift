/// Values that lie in an array as they lie in the engine's vectors.
enum PlainValues: Sendable {
  case boolean([Bool])
  /// `INTEGER`, and `DATE`.
  case integer([Int32])
  /// `BIGINT`, and `TIMESTAMP`.
  case bigint([Int64])
  case ubigint([UInt64])
  case double([Double])
  /// Copied into as few bytes as `width` digits take.
  case decimal([Int64], width: Int)
}
