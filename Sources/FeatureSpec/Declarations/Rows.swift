/// Rows of a table (or of a stack of tables) under an alias, read column by column:
/// `games.points` is a `Scalar`; a misspelt column does not compile.
@dynamicMemberLookup
public struct Rows<Shape: RowShape>: Sendable {
  public let declaration: RowsDeclaration
  let shape: Shape

  /// All rows of a table. The alias names them in the SQL: `"played"`.
  public init(
    _ table: Shape, as alias: String, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) where Shape: Table {
    let declared = TableDeclaration(table)
    self.shape = table
    self.declaration = RowsDeclaration(
      alias: alias, reading: alias, source: .table(declared), filter: nil, keep: nil,
      shape: declared.shape,
      place: Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  /// Several tables read as one; see `Part`.
  public init(
    stacking shape: Shape, as alias: String, _ rule: StackingRule = .everyRow,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column, @PartBuilder<Shape> parts: () -> [Part<Shape>]
  ) {
    let declared: StackDeclaration =
      switch rule {
      case .everyRow: .everyRow
      case .firstPart: .firstPart(per: shape.identity.key.map(\.name))
      }
    self.init(
      shape, as: alias, .stack(parts().map(\.declaration), declared),
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  /// Several tables read as one: per day and the columns named, which need not be the whole key, the
  /// rows of the first part that has one.
  public init(
    stacking shape: Shape, as alias: String, firstPartPer grain: KeyPath<Shape, Column>...,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column, @PartBuilder<Shape> parts: () -> [Part<Shape>]
  ) {
    self.init(
      shape, as: alias,
      .stack(parts().map(\.declaration), .firstPart(per: grain.map { shape[keyPath: $0].name })),
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  private init(_ shape: Shape, as alias: String, _ source: SourceDeclaration, _ place: Place) {
    self.shape = shape
    self.declaration = RowsDeclaration(
      alias: alias, reading: alias, source: source, filter: nil, keep: nil,
      shape: ShapeDeclaration(shape), place: place)
  }

  init(_ declaration: RowsDeclaration, _ shape: Shape) {
    self.declaration = declaration
    self.shape = shape
  }

  public var alias: String { declaration.alias }

  public subscript(dynamicMember path: KeyPath<Shape, Column>) -> Scalar {
    Scalar(.column(rows: declaration.reading, name: shape[keyPath: path].name))
  }

  /// Only the rows in which the condition is true. They alone count in a window of n rows.
  public func `where`(_ condition: (Rows) -> Scalar) -> Rows {
    var copy = declaration
    let added = condition(self).expression
    copy.filter = copy.filter.map { .all([$0, added]) } ?? added
    copy.mark(with: added.meaning)
    return Rows(copy, shape)
  }

  /// One row per `key`: the first by the given order. Key columns are added to the order, so that it
  /// is total.
  public func keepingFirst(
    per key: (Rows) -> [Scalar], by order: (Rows) -> [SortTerm]
  ) -> Rows {
    var copy = declaration
    let kept = KeepDeclaration(per: key(self).map(\.expression), order: order(self))
    copy.keep = kept
    copy.mark(with: "\(kept.per.map(\.meaning)) \(kept.order.map(\.expression.meaning))")
    return Rows(copy, shape)
  }
}

/// Which rows of a stack count.
public enum StackingRule: Sendable {
  /// All rows of all parts.
  case everyRow
  /// Per day and key, the rows of the first part that has one: a fallback at the grain of the key.
  case firstPart
}

/// A term of an order: `.newest(x)` is descending, `.smallest(x)` ascending. NULLs come last.
public struct SortTerm: Sendable {
  public let expression: Expression
  public let descending: Bool
  public static func largest(_ value: Scalar) -> SortTerm {
    SortTerm(expression: value.expression, descending: true)
  }
  public static func newest(_ value: Scalar) -> SortTerm { largest(value) }
  public static func smallest(_ value: Scalar) -> SortTerm {
    SortTerm(expression: value.expression, descending: false)
  }
  /// The words in this order, any other text after them.
  public static func preferring(_ value: Scalar, _ words: String...) -> SortTerm {
    let branches = words.enumerated().map { index, word in
      Branch(
        when: .comparison(.equal, value.expression, .literal(.text(word))),
        then: .literal(.integer(Int64(index))))
    }
    return SortTerm(
      expression: .choice(branches, otherwise: .literal(.integer(Int64(words.count)))),
      descending: false)
  }
}
