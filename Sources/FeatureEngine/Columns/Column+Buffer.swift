internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels

extension FeatureKernels.Column {
  /// The column as DuckDB reads it, under a name and declared type. Arrays are handed over, not copied.
  ///
  /// - Precondition: the column holds values of `type`.
  func buffer(_ name: String, _ type: ColumnType) -> ColumnBuffer {
    ColumnBuffer(name, buffer(type), validity: validity?.words)
  }

  private func buffer(_ type: ColumnType) -> ColumnBuffer.Values {
    switch values {
    case .integer(let values): .bigint(values)
    case .double(let values): .double(values)
    case .decimal(let values, let scale):
      .decimal(unscaled: values, width: type.precision ?? 18, scale: scale)
    case .boolean(let values): .boolean(values)
    case .day(let values): .date(values)
    case .timestamp(let values): .timestamp(values)
    case .text(let codes, let dictionary):
      .words(codes: codes, of: dictionary.texts.isEmpty ? [""] : dictionary.texts)
    case .textList(let offsets, let elements):
      .list(
        offsets: offsets.map(Int.init), elements: elements.buffer(.text),
        validity: elements.validity?.words)
    case .doubleList(let offsets, let elements):
      .list(
        offsets: offsets.map(Int.init), elements: elements.buffer(.double),
        validity: elements.validity?.words)
    }
  }
}

extension ColumnType {
  /// Digits of a decimal; nil for every other type.
  fileprivate var precision: Int? {
    if case .decimal(let precision, _) = self { precision } else { nil }
  }
}
