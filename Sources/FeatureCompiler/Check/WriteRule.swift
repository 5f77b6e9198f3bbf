import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// The hash column of the writer and that of the table differ, or it cannot hold a hash.
  public static let hashColumn = Finding.Code("hash-column")
  /// A column that the writer fills has the wrong type or role.
  public static let writtenColumn = Finding.Code("written-column")
  /// Two `Writes` in one processor.
  public static let twoWrites = Finding.Code("two-writes")
}

extension Rule {
  /// What the writer fills fits the table's identity and never makes a row look changed.
  static let writes = Rule.ofEachProcessor { processor in
    var found = processor.writes.dropFirst().map { other in
      Finding(
        .twoWrites, "processor '\(processor.name)' says twice how rows land", at: other.place,
        notes: processor.writes.prefix(1).map { .init("the first is here", at: $0.place) },
        help: "put both into one Writes")
    }
    for written in processor.written { found += writtenFindings(written) }
    return found + hashFindings(processor) + tieBreaks(processor)
  }

  private static func writtenFindings(
    _ written: Placed<ProcessorOutline.Written>
  ) -> [Finding] {
    let column = written.value.column
    let (type, code): (ColumnType, Finding.Code) =
      switch written.value.filling {
      case .rowHash: (.text, .hashColumn)
      case .createdAt, .writtenAt: (.timestamp, .writtenColumn)
      }
    var found: [Finding] = []
    if column.type != type {
      found.append(
        Finding(
          code, "the writer fills column '\(column.name)', which is \(column.type), not \(type)",
          at: written.place, help: "declare it as .\(type == .text ? "text" : "timestamp")"))
    }
    if !column.isMetadata {
      found.append(
        Finding(
          code, "the writer fills column '\(column.name)', which is not marked as metadata",
          at: written.place, help: "mark the column .metadata, so that it changes no row's hash"))
    }
    return found
  }

  private static func hashFindings(_ processor: ProcessorOutline) -> [Finding] {
    let declared = processor.table.shape.identity.rowHash?.name
    let hash = processor.written.first { $0.value.filling == .rowHash }
    let place = hash?.place ?? processor.writes.first?.place ?? processor.place
    if let hash, case .columnByColumn = processor.writes.first?.value.hashing {
      return [
        Finding(
          .hashColumn,
          "column '\(hash.value.column.name)' holds the row's hash, "
            + "but rows are compared column by column",
          at: place, help: "say hashing: .canonical, or take the hash column out")
      ]
    }
    guard declared != hash?.value.column.name else { return [] }
    let message =
      switch (declared, hash?.value.column.name) {
      case (let declared?, nil):
        "table '\(processor.table.name)' keeps its hash in '\(declared)', "
          + "which the writer does not fill"
      case (nil, let filled?):
        "the writer fills hash column '\(filled)', "
          + "which the identity of '\(processor.table.name)' does not name"
      default:
        "the writer and the identity of '\(processor.table.name)' "
          + "name different hash columns"
      }
    return [
      Finding(
        .hashColumn, message, at: place,
        help: "name it in both: Identity(…, rowHash: hash) and Writes(hash: out.hash)")
    ]
  }

  private static func tieBreaks(_ processor: ProcessorOutline) -> [Finding] {
    processor.writes.flatMap { write in
      write.value.tieBreak.flatMap { $0.expression.columnReferences }
        .filter { processor.column($0.name) == nil }.map { reference in
          Finding(
            .unknownColumn,
            "the tie-break names '\(reference.name)', "
              + "which table '\(processor.table.name)' does not have", at: write.place,
            help: NearMiss.help(for: reference.name, in: processor.columns.map(\.name))
              ?? "a tie is broken by columns of the output: .newest(Rows(out, as: …).column)")
        }
    }
  }
}
