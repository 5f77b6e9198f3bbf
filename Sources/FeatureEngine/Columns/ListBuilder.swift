internal import DuckDB
internal import FeatureKernels

/// Collects a column of lists chunk by chunk: the runs of its rows, and the elements one after another.
struct ListBuilder {
  /// Collects the elements of the rows' runs.
  enum Elements {
    case texts(TextBuilder)
    case doubles(ValuesBuilder<Double>)
  }

  private var offsets: [Int32] = [0]
  private var nulls: [Int] = []
  private var elements: Elements

  init(_ elements: Elements) { self.elements = elements }

  mutating func append(_ lists: ListView) throws(DuckDBError) {
    switch elements {
    case .texts(var texts):
      let view = try lists.textElements()
      append(lists) { index in texts.append(view.isValid(index) ? view[index] : nil) }
      elements = .texts(texts)
    case .doubles(var doubles):
      let view = try lists.elements(as: Double.self)
      append(lists) { index in doubles.append(view.isValid(index) ? view[index] : nil) }
      elements = .doubles(doubles)
    }
  }

  private mutating func append(_ lists: ListView, _ element: (Int) -> Void) {
    for row in 0..<lists.count {
      if !lists.isValid(row) { nulls.append(offsets.count - 1) }
      let run = lists[row]
      run.forEach(element)
      offsets.append(offsets[offsets.count - 1] + Int32(run.count))
    }
  }

  consuming func finish() -> FeatureKernels.Column {
    var validity: FeatureKernels.Validity?
    if !nulls.isEmpty {
      var valid = FeatureKernels.Validity(allValid: offsets.count - 1)
      for row in nulls { valid.setNull(row) }
      validity = valid
    }
    switch elements {
    case .texts(let texts):
      return FeatureKernels.Column(
        .textList(offsets: offsets, elements: texts.finish()), validity: validity)
    case .doubles(let doubles):
      let (values, present) = doubles.finish()
      return FeatureKernels.Column(
        .doubleList(
          offsets: offsets,
          elements: FeatureKernels.Column(.double(values), validity: present)),
        validity: validity)
    }
  }
}
