/// Fills a vector column element by element, bound by name.
///
/// ```swift
/// let vector = Vector(out.features) {
///   Element(\.pointsMeanLast5, ("phase4", cache.points), ("phase3", mean(games.points)), default: 10)
///   Element(\.fatigueScore, ("phase4", factors.fatigueScore), default: 50)
/// }
/// vector
/// Feature(out.defaultedCount, count(of: vector.elements.map(\.isDefault)))
/// ```
///
/// Every element stands here once and in the order of the vector; anything else is a finding. Elements
/// are stored as doubles, not rounded; one without a value and without a default is NULL.
public struct Vector<Elements: VectorShape>: DeclarationGroup {
  public let declarations: [Declaration]
  /// What is known of each element, in the order of the vector: for sums, counts and conditions over
  /// all of them.
  public let elements: [VectorElement]
  private let column: VectorColumn<Elements>

  public init(
    _ column: VectorColumn<Elements>, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column place: Int = #column,
    @VectorBuilder<Elements> elements: () -> [Element<Elements>]
  ) {
    let given = elements().map { $0.named(in: column) }
    let whole = FeatureDeclaration(
      name: column.column.name, column: column.column, type: column.column.type,
      unit: nil, expression: .list(given.map { .feature($0.value.name) }),
      vector: .whole(given.map { GivenElement(name: $0.name, place: $0.place) }))
    self.column = column
    self.elements = given.map(\.known)
    declarations =
      given.flatMap { element in
        [element.value, element.source].map { Declaration(.feature($0), element.place) }
      } + [
        Declaration(
          .feature(whole), Place(fileID: fileID, filePath: filePath, line: line, column: place))
      ]
  }

  /// Some of the elements, by name: `vector.elements(\.pointsMeanLast5, \.opponentPace)`.
  public func elements(_ paths: KeyPath<Elements, Column>...) -> [VectorElement] {
    let names = paths.map { column[name: $0] }
    return elements.filter { names.contains($0.name) }
  }
}

/// One element of a vector: a preference chain of labelled values, the first that is present counts, and
/// the default with its own label, so that it cannot be silent.
public struct Element<Elements: VectorShape>: Sendable {
  private let name: String
  private let chain: Preference
  private let defaultLabel: String?
  private let place: Place

  /// - Parameters:
  ///   - links: source label and value, the preferred first.
  ///   - last: the value where no link has one; without it the element is NULL there.
  ///   - label: what the source is called where the default was taken.
  ///   - window: given to every aggregate in the links that has none of its own.
  public init(
    _ element: KeyPath<Elements, Column>, _ links: (String, Aggregate)...,
    default last: Aggregate? = nil, labelled label: String = "default",
    over window: Window? = nil, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    name = Elements()[keyPath: element].name
    let windowed = links.map { link in
      (label: link.0, value: window.map { link.1.over($0) } ?? link.1)
    }
    chain = last.map { Preference(windowed, default: (label, $0)) } ?? Preference(windowed)
    defaultLabel = last == nil ? nil : label
    place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
  }

  fileprivate func named(in vector: VectorColumn<Elements>) -> NamedElement {
    let column = vector.element(name)
    let value = FeatureDeclaration(
      name: column.name, column: nil, type: .double, unit: column.unit,
      expression: chain.value.expression, vector: .element(name))
    let source = FeatureDeclaration(
      name: "\(column.name).source", column: nil, type: .text, unit: nil,
      expression: chain.label.expression, vector: .source(name))
    let label = Aggregate(.feature(source.name))
    return NamedElement(
      name: name, value: value, source: source, place: place,
      known: VectorElement(
        name: name, value: Aggregate(.feature(value.name)), source: label,
        isDefault: defaultLabel.map { label == .constant($0) } ?? false))
  }
}

private struct NamedElement {
  let name: String
  let value: FeatureDeclaration
  let source: FeatureDeclaration
  let place: Place
  let known: VectorElement
}

/// What other features may ask of an element.
public struct VectorElement: Sendable {
  public let name: String
  /// As it stands in the vector.
  public let value: Aggregate
  /// The label of the link that gave it; NULL where none did.
  public let source: Aggregate
  /// True where the default was taken, never where there is none.
  public let isDefault: Aggregate
}

/// The part that a declared feature has in a vector.
public enum VectorPart: Sendable {
  /// The vector itself: the elements as they are given.
  case whole([GivenElement])
  /// The value of the element of this name.
  case element(String)
  /// The source label of the element of this name.
  case source(String)
}

public struct GivenElement: Sendable {
  public let name: String
  public let place: Place
}
