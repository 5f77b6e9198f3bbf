/// What all workers of a run share and none changes: the rows, made ready.
struct WindowData: Sendable {
  /// One per history of the program.
  var timelines: [Timeline] = []
  /// By number of index: the histories first, then what completeness matches.
  var indexes: [EntityIndex] = []
  var slots: [Slot] = []
  var coverage: CoverageSource?
  /// By number of league average: a value per day.
  var leagues: [Vector<Double>] = []
  /// What hand kernels look at, by number.
  var values: [HistoryValues] = []
  var kernels: [HandProgram] = []
}

/// What one worker keeps between batches.
final class WindowState {
  let data: WindowData
  var coverage: Coverage?
  private var cursors: [NodeID: Cursor] = [:]
  private var places: [NodeID: [PlaceMemo?]] = [:]
  /// By hand kernel: the results of the batch at hand, known by its first row.
  private var results: [Int: (first: Int, results: HandResults)] = [:]

  init(_ data: WindowData) {
    self.data = data
    coverage = data.coverage.map { Coverage($0) }
  }

  func results(of kernel: Int, first: Int, _ run: () -> HandResults) -> HandResults {
    if let known = results[kernel], known.first == first { return known.results }
    let new = run()
    results[kernel] = (first, new)
    return new
  }

  func timeline(_ id: TimelineID) -> Timeline {
    switch id {
    case .history(let number): data.timelines[number]
    case .coverage: coverage?.timeline ?? .empty
    }
  }

  func seek(
    _ id: TimelineID, _ entities: Vector<Int32>, _ days: Vector<Int32>, back: Int, node: NodeID
  ) -> [Int32] {
    let timeline = timeline(id)
    var cursor = cursors.removeValue(forKey: node) ?? Cursor(timeline)
    if id == .coverage { cursor.grow(timeline) }
    defer { cursors[node] = cursor }
    return cursor.seek(entities, days, back: back, in: timeline)
  }

  func entities(_ index: Int, _ keys: [Register], count: Int, node: NodeID) -> [Int32] {
    var memos = places.removeValue(forKey: node) ?? [PlaceMemo?](repeating: nil, count: keys.count)
    defer { places[node] = memos }
    return data.indexes[index].entities(keys, count: count, memos: &memos)
  }
}

extension Machine {
  func window(_ node: WindowNode, _ id: NodeID) -> Register {
    guard let windows else { preconditionFailure("programs with windows run with their rows") }
    switch node {
    case .entityColumn(let column):
      guard let entities = inputs[column].dayOrdinals else {
        preconditionFailure("entity columns hold places")
      }
      return .index(Vector(slice: entities[rows], .none))
    case .entity(let index, let keys):
      let keys = keys.map { self[$0] }
      let entities = windows.entities(index, keys, count: count, node: id)
      var faults: [Fault]?
      for key in keys { faults = Gaps.first(faults, key.faults?.spread(over: count)) }
      return .index(Vector(entities, Gaps(validity: nil, faults: faults)))
    case .seek(let timeline, let entity, let day, let back):
      let entities = indices(entity)
      return .index(
        Vector(
          windows.seek(timeline, entities, days(day).spread(over: count), back: back, node: id),
          Gaps(validity: nil, faults: entities.gaps.faults)))
    case .first(let timeline, let entity):
      let starts = windows.timeline(timeline).starts
      return .index(indices(entity).map { $0 < 0 ? 0 : starts[Int($0)] })
    case .start(let starts, let end, let newest):
      return .index(start(starts.map(indices), indices(end), newest))
    case .aggregate(let slot, let start, let end):
      let (start, end) = (indices(start), indices(end))
      let result = windows.data.slots[slot].evaluate(start, end)
      return end.gaps.faults.map { result.adding($0) } ?? result
    case .measured(let slot, let start, let end, let against):
      let (start, end) = (indices(start), indices(end))
      let limit = doubles(against).spread(over: count)
      let result = windows.data.slots[slot].evaluate(start, end, against: limit)
      let faults = Gaps.first(end.gaps.faults, limit.gaps.faults)
      return faults.map { result.adding($0) } ?? result
    case .anyRows(let starts, let ends):
      return .truth(
        any(
          zip(starts, ends).map { start, end in
            indices(start).map(with: indices(end)) { $0 < $1 ? Truth.yes : Truth.no }
          }))
    case .hand(let number, let result, _): return hand(number, result)
    case .league(let number, let day):
      return .double(league(windows.data.leagues[number], indices(day)))
    case .expectation(let own, let expected, let excused, let opening):
      guard windows.coverage != nil else { preconditionFailure("coverage runs with its rows") }
      return .index(
        windows.coverage?.pairs(
          indices(own), indices(expected), excused.map(indices),
          openings: opening.map { days($0).spread(over: count) }) ?? indices(own))
    case .expectedGames(let start, let end):
      return .integer(indices(start).map(with: indices(end)) { Int64($1 - $0) })
    case .actualGames(let start, let end):
      let covered = windows.coverage?.covered ?? [0]
      return .integer(
        covered.withUnsafeBufferPointer { covered in
          indices(start).map(with: indices(end)) { Int64(covered[Int($1)] - covered[Int($0)]) }
        })
    }
  }

  private func start(
    _ starts: [Vector<Int32>], _ end: Vector<Int32>, _ newest: Int?
  ) -> Vector<Int32> {
    var latest = end
    if let first = starts.first {
      latest = starts.dropFirst().reduce(first) { $0.map(with: $1) { max($0, $1) } }
      latest = latest.map(with: end) { min($0, $1) }
    }
    guard let newest else { return latest }
    let most = Int32(clamping: max(newest, 0))
    return latest.map(with: end) { max($0, $1 - most) }
  }

  private func league(_ averages: Vector<Double>, _ days: Vector<Int32>) -> Vector<Double> {
    let values = days.map { averages[Int($0)] }
    guard averages.gaps.faults != nil else { return values }
    return Vector(
      slice: values.values,
      Gaps(validity: nil, faults: days.values.map { averages.fault(Int($0)) }))
  }
}
