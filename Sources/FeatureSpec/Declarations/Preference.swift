/// A source preference chain: the first value that is present, and the label of where it came from.
/// A default is a link like any other, so that it cannot be silent.
public struct Preference: Sendable {
  /// The first value that is present.
  public let value: Aggregate
  /// The label of the link that gave it; NULL where none did.
  public let label: Aggregate

  public init(_ links: (label: String, value: Aggregate)...) {
    self.init(links)
  }

  public init(_ links: [(label: String, value: Aggregate)], default last: (String, Aggregate)) {
    self.init(links + [(label: last.0, value: last.1)])
  }

  init(_ links: [(label: String, value: Aggregate)]) {
    value = Aggregate(.firstPresent(links.map(\.value.expression)))
    label = Aggregate(
      .choice(
        links.map {
          Branch(when: .not(.isNull($0.value.expression)), then: .literal(.text($0.label)))
        }, otherwise: .literal(.null(.text))))
  }
}
