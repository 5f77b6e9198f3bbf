import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A table that neither a feed nor a processor fills.
  public static let unknownTable = Finding.Code("unknown-table")
  /// A table of that name stands in another dataset.
  public static let wrongDataset = Finding.Code("wrong-dataset")
  /// One table declared with two sets of columns.
  public static let tableDeclaredTwice = Finding.Code("table-declared-twice")
  /// Two processors write one table, or have one name.
  public static let twoWriters = Finding.Code("two-writers")
}

extension Rule {
  /// Every table has one declaration and one source.
  static let tables = Rule { outline in
    unknownTables(outline) + differing(outline) + writers(outline)
  }

  private static func unknownTables(_ outline: PipelineOutline) -> [Finding] {
    let known = outline.tables.map(\.name)
    return outline.reads.filter { !known.contains($0.table.name) }.map { read in
      let name = read.table.name
      if let other = known.first(where: { $0.table == name.table }) {
        return Finding(
          .wrongDataset, "rows '\(read.alias)' read '\(name)', but the table is '\(other)'",
          at: read.place, help: "name the dataset once, in the struct of the table")
      }
      let near = NearMiss.nearest(to: name.table, in: known.map(\.table)).flatMap { near in
        known.first { $0.table == near }
      }
      return Finding(
        .unknownTable,
        "rows '\(read.alias)' read '\(name)', which no processor writes and no feed fills",
        at: read.place,
        help: near.map { "the nearest name is '\($0)'" }
          ?? "add it to the pipeline's rawTables, or write a processor for it")
    }
  }

  private static func differing(_ outline: PipelineOutline) -> [Finding] {
    let declared = Dictionary(
      outline.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func finding(_ table: TableDeclaration, _ place: Place) -> Finding? {
      guard let first = declared[table.name], first.shape.columns != table.shape.columns
      else { return nil }
      return Finding(
        .tableDeclaredTwice,
        "table '\(table.name)' is declared twice, with different columns: "
          + "'\(first.shape.typeName)' and '\(table.shape.typeName)'", at: place,
        help: "declare a table once, in one struct")
    }
    return outline.reads.compactMap { finding($0.table, $0.place) }
      + outline.processors.compactMap { finding($0.table, $0.place) }
      + outline.pipeline.rawTables.compactMap { finding($0, outline.pipeline.place) }
  }

  private static func writers(_ outline: PipelineOutline) -> [Finding] {
    var first: [String: ProcessorOutline] = [:]
    var found: [Finding] = []
    for processor in outline.processors {
      if outline.pipeline.rawTables.contains(where: { $0.name == processor.table.name }) {
        found.append(
          Finding(
            .twoWriters,
            "table '\(processor.table.name)' is written by a processor, "
              + "but stands among the raw tables",
            at: processor.place, help: "take it out of rawTables"))
      }
      guard let earlier = first[processor.name] else {
        first[processor.name] = processor
        continue
      }
      found.append(
        Finding(
          .twoWriters,
          earlier.table.name == processor.table.name
            ? "two processors write table '\(processor.table.name)'"
            : "two processors are called '\(processor.name)'", at: processor.place,
          notes: [.init("the first is here", at: earlier.place)],
          help: "a processor has the name of its table: rename one"))
    }
    return found
  }
}

extension PipelineOutline {
  /// Every read of a table, with the alias it is read under.
  var reads: [(alias: String, table: TableDeclaration, place: Place)] {
    let rows =
      processors.flatMap { $0.readings.map(\.rows) + $0.completeness.map(\.value.actual) }
      + [calendar.rows]
    return rows.flatMap { rows in
      rows.tablesByAlias.map { ($0.alias, $0.table, rows.place) }
    }
  }
}
