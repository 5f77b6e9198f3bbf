/// The names of a vector: a struct whose stored properties are its elements, in the order of the vector.
/// Each is a column of doubles, with unit and range like any other; one that is `.required` is never NULL.
///
/// ```swift
/// struct PlayerVector: VectorShape {
///   let pointsMeanLast5 = Column("points_mean_last_5", .double, .points).required
///   let fatigueScore = Column("fatigue_score", .double, .score).within(0...100)
/// }
/// ```
public protocol VectorShape: Sendable {
  init()
}

/// A column that holds a fixed number of doubles, whose names and order are its type: `DOUBLE[]`.
///
/// `let features = VectorColumn("features", PlayerVector()).required`. An element is read by key path,
/// `rows.features.fatigueScore`, so that a name the vector does not have does not compile. That there are
/// as many elements as names, and that each keeps its range, are contracts on the stored rows.
@dynamicMemberLookup
public struct VectorColumn<Elements: VectorShape>: ColumnGroup {
  let column: Column
  private let names: Elements

  public init(_ name: String, _ names: Elements) {
    column = Column(name, elements: columnsStored(in: names))
    self.names = names
  }

  private init(_ column: Column, _ names: Elements) {
    self.column = column
    self.names = names
  }

  /// `NOT NULL`; elements may be NULL where they are not required themselves.
  public var required: VectorColumn { VectorColumn(column.required, names) }

  /// Not part of the row's hash.
  public var metadata: VectorColumn { VectorColumn(column.metadata, names) }

  /// An element as a column of its own, for `stored(out.features.fatigueScore)` and for matches.
  public subscript(dynamicMember path: KeyPath<Elements, Column>) -> Column {
    element(self[name: path])
  }

  /// A name that the vector does not have is a finding where it is filled.
  func element(_ name: String) -> Column {
    let full = ElementPlace.name(of: name, in: column.name)
    return column.elementColumns.first { $0.name == full } ?? Column(full, .double)
  }

  /// The name that an element has in the vector.
  subscript(name path: KeyPath<Elements, Column>) -> String { names[keyPath: path].name }

  /// The names of the elements in their order, as a list of texts: what a `feature_names` column holds.
  public var elementNames: Aggregate { list(elements.map { .constant($0.name) }) }

  /// How many elements there are.
  public var count: Int { elements.count }

  private var elements: [Column] { column.elements ?? [] }
}

/// A vector of rows, of the population or of a lookup, read element by element:
/// `rows.features.fatigueScore`.
@dynamicMemberLookup
public struct VectorReading<Elements: VectorShape, Value: Term>: Sendable {
  let rows: String
  let vector: VectorColumn<Elements>

  /// NULL where the vector or the element is.
  public subscript(dynamicMember path: KeyPath<Elements, Column>) -> Value {
    Value(.column(rows: rows, name: vector[dynamicMember: path].name))
  }

  /// Every element with its name, in the order of the vector: what `predict` reads.
  public var elements: [(String, Value)] {
    (vector.column.elements ?? []).map { element in
      let name = ElementPlace.name(of: element.name, in: vector.column.name)
      return (element.name, Value(.column(rows: rows, name: name)))
    }
  }
}

extension Rows {
  public subscript<Elements>(
    dynamicMember path: KeyPath<Shape, VectorColumn<Elements>>
  ) -> VectorReading<Elements, Scalar> {
    VectorReading(rows: declaration.reading, vector: shape[keyPath: path])
  }
}

extension Population {
  public subscript<Elements>(
    dynamicMember path: KeyPath<Shape, VectorColumn<Elements>>
  ) -> VectorReading<Elements, Aggregate> {
    VectorReading(rows: declaration.rows.reading, vector: shape[keyPath: path])
  }
}

extension Lookup {
  public subscript<Elements>(
    dynamicMember path: KeyPath<Shape, VectorColumn<Elements>>
  ) -> VectorReading<Elements, Aggregate> {
    VectorReading(rows: declaration.rows.reading, vector: shape[keyPath: path])
  }
}
