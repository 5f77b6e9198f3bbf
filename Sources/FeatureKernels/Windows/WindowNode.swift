import FeatureAlgebra

/// What programs over entities and days have beside plain operations: finding entities, finding the rows
/// of a window, and aggregating them. Rows of a window are `start..<end` of a timeline, newest last.
enum WindowNode: Hashable, Sendable {
  /// The entity ids in an input column.
  case entityColumn(Int)
  /// The entity of an index whose key the nodes hold; -1 where there is none.
  case entity(index: Int, keys: [NodeID])
  /// The entity's first row on or after the day that lies `back` days before `day`. A NULL day finds
  /// no row: it gives the largest place there is.
  case seek(TimelineID, entity: NodeID, day: NodeID, back: Int)
  /// The entity's first row.
  case first(TimelineID, entity: NodeID)
  /// The latest of the starts, not past the end; the newest `rows` rows of what is left.
  case start([NodeID], end: NodeID, rows: Int?)
  /// A slot over the rows of a window.
  case aggregate(slot: Int, start: NodeID, end: NodeID)
  /// A slot over the rows of a window, each compared with the entity's value.
  case measured(slot: Int, start: NodeID, end: NodeID, against: NodeID)
  /// Whether any of the windows holds a row.
  case anyRows(starts: [NodeID], ends: [NodeID])
  /// The league average of that number on the day.
  case league(Int, day: NodeID)
  /// The coverage timeline of an entity: its own rows, the games expected of it, its excuses, and the
  /// opening day of the season where its rows say on which side it was.
  case expectation(own: NodeID, expected: NodeID, excused: NodeID?, opening: NodeID?)
  case expectedGames(start: NodeID, end: NodeID)
  case actualGames(start: NodeID, end: NodeID)
  /// A result of the hand kernel of that number, which reads these nodes.
  case hand(Int, KernelCall.Part, reads: [NodeID])

  var operands: [NodeID] {
    switch self {
    case .entityColumn: []
    case .entity(_, let keys): keys
    case .seek(_, let entity, let day, _): [entity, day]
    case .first(_, let entity): [entity]
    case .start(let starts, let end, _): starts + [end]
    case .aggregate(_, let start, let end), .expectedGames(let start, let end),
      .actualGames(let start, let end):
      [start, end]
    case .measured(_, let start, let end, let against): [start, end, against]
    case .anyRows(let starts, let ends): starts + ends
    case .league(_, let day): [day]
    case .hand(_, _, let reads): reads
    case .expectation(let own, let expected, let excused, let opening):
      [own, expected] + [excused, opening].compactMap { $0 }
    }
  }
}

/// Which rows a window looks through.
enum TimelineID: Hashable, Sendable {
  /// The history of that number.
  case history(Int)
  /// The games expected of each entity.
  case coverage
}

/// Rows by entity, days ascending: entity `e` has the rows `starts[e]..<starts[e + 1]`.
struct Timeline: Sendable {
  var starts: [Int32]
  var days: [Int32]

  static let empty = Timeline(starts: [0], days: [])

  var entityCount: Int { starts.count - 1 }

  /// The most rows any entity has.
  var longest: Int { (0..<entityCount).map { Int(starts[$0 + 1] - starts[$0]) }.max() ?? 0 }

  /// The days of an entity; none for entity -1.
  func days(of entity: Int32) -> ArraySlice<Int32> {
    guard entity >= 0 else { return [] }
    return days[Int(starts[Int(entity)])..<Int(starts[Int(entity) + 1])]
  }
}
