extension Column {
  /// The rows of a range, in order.
  public func slice(_ rows: Range<Int>) -> Column {
    let bits = validity?.slice(rows)
    switch values {
    case .integer(let values): return Column(.integer(Array(values[rows])), validity: bits)
    case .double(let values): return Column(.double(Array(values[rows])), validity: bits)
    case .decimal(let values, let scale):
      return Column(.decimal(Array(values[rows]), scale: scale), validity: bits)
    case .boolean(let values): return Column(.boolean(Array(values[rows])), validity: bits)
    case .day(let values): return Column(.day(Array(values[rows])), validity: bits)
    case .timestamp(let values): return Column(.timestamp(Array(values[rows])), validity: bits)
    case .text(let codes, let dictionary):
      return Column(.text(codes: Array(codes[rows]), dictionary), validity: bits)
    case .textList(let offsets, let elements):
      let (offsets, elements) = Column.sliceList(offsets, elements, rows)
      return Column(.textList(offsets: offsets, elements: elements), validity: bits)
    case .doubleList(let offsets, let elements):
      let (offsets, elements) = Column.sliceList(offsets, elements, rows)
      return Column(.doubleList(offsets: offsets, elements: elements), validity: bits)
    }
  }

  /// The rows at the given places, in their order; a place below 0 gives NULL.
  public func gather(_ rows: [Int32]) -> Column {
    var bits = Validity(allValid: rows.count)
    for (row, place) in rows.enumerated() where place < 0 || !isValid(Int(place)) {
      bits.setNull(row)
    }
    let validity = bits.normalized
    switch values {
    case .integer(let values):
      return Column(.integer(Column.pick(values, rows, 0)), validity: validity)
    case .double(let values):
      return Column(.double(Column.pick(values, rows, 0)), validity: validity)
    case .decimal(let values, let scale):
      return Column(.decimal(Column.pick(values, rows, 0), scale: scale), validity: validity)
    case .boolean(let values):
      return Column(.boolean(Column.pick(values, rows, false)), validity: validity)
    case .day(let values): return Column(.day(Column.pick(values, rows, 0)), validity: validity)
    case .timestamp(let values):
      return Column(.timestamp(Column.pick(values, rows, 0)), validity: validity)
    case .text(let codes, let dictionary):
      return Column(.text(codes: Column.pick(codes, rows, 0), dictionary), validity: validity)
    case .textList(let offsets, let elements):
      let (offsets, elements) = Column.gatherList(offsets, elements, rows)
      return Column(.textList(offsets: offsets, elements: elements), validity: validity)
    case .doubleList(let offsets, let elements):
      let (offsets, elements) = Column.gatherList(offsets, elements, rows)
      return Column(.doubleList(offsets: offsets, elements: elements), validity: validity)
    }
  }

  private static func pick<Element>(
    _ values: [Element], _ rows: [Int32], _ filler: Element
  ) -> [Element] {
    values.withUnsafeBufferPointer { values in
      rows.map { $0 < 0 ? filler : values[Int($0)] }
    }
  }

  private static func sliceList(
    _ offsets: [Int32], _ elements: Column, _ rows: Range<Int>
  ) -> ([Int32], Column) {
    let first = offsets[rows.lowerBound]
    let moved = offsets[rows.lowerBound...rows.upperBound].map { $0 - first }
    return (moved, elements.slice(Int(first)..<Int(offsets[rows.upperBound])))
  }

  private static func gatherList(
    _ offsets: [Int32], _ elements: Column, _ rows: [Int32]
  ) -> ([Int32], Column) {
    var places: [Int32] = []
    var moved: [Int32] = [0]
    for row in rows {
      if row >= 0 { places += offsets[Int(row)]..<offsets[Int(row) + 1] }
      moved.append(Int32(places.count))
    }
    return (moved, elements.gather(places))
  }
}
