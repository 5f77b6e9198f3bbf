import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Processors that read one another's tables in a circle, or their own.
  public static let processorCycle = Finding.Code("processor-cycle")
  /// A table that is read before its games although it is written after them.
  public static let sameDayLeak = Finding.Code("same-day-leak")
}

extension Rule {
  /// Processors run in an order in which each comes after those whose tables it reads.
  static let processorGraph = Rule { outline in
    let writers = Dictionary(
      outline.processors.map { ($0.table.name, $0) }, uniquingKeysWith: { first, _ in first })
    return cycles(outline, writers) + leaks(outline, writers)
  }

  private static func cycles(
    _ outline: PipelineOutline, _ writers: [TableName: ProcessorOutline]
  ) -> [Finding] {
    let processors = Dictionary(
      outline.processors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: outline.processors.map(\.name)) { name in
      (processors[name]?.readings ?? []).flatMap { reading in
        reading.rows.tablesByAlias.compactMap { writers[$0.table.name]?.name }
      }
    }
    return order.cycles.compactMap { cycle in
      let chain = (cycle + cycle.prefix(1)).map { "'\($0)'" }.joined(separator: " reads ")
      let next = cycle.count > 1 ? cycle[1] : cycle[0]
      guard let first = processors[cycle[0]], let target = processors[next],
        let reading = first.reading(of: target.table.name)
      else { return nil }
      return Finding(
        .processorCycle,
        cycle.count == 1
          ? "processor '\(first.name)' reads its own table"
          : "processors read one another in a circle: \(chain)",
        at: reading.place, help: cycle.count == 1 ? helpAlone : helpInCircle)
    }
  }

  private static let helpAlone =
    "a day comes out the same alone, in a slab or again, so what was stored of other days is no input: "
    + "say the value as a window over the rows that are read, or walk them in a hand kernel"

  private static let helpInCircle =
    "none of them can be computed first: compute one of the values from the rows that are read, or move "
    + "what both need into a processor that reads neither"

  private static func leaks(
    _ outline: PipelineOutline, _ writers: [TableName: ProcessorOutline]
  ) -> [Finding] {
    outline.processors.filter { $0.isBeforeGames }.flatMap { processor in
      processor.readings.filter(\.isOfTheDay).flatMap { reading in
        reading.rows.tablesByAlias.filter { $0.maximumAge == nil }.compactMap { read in
          let table = read.table
          guard let writer = writers[table.name], writer.isAfterGames else { return nil }
          return Finding(
            .sameDayLeak,
            "processor '\(processor.name)' is for days to be played, but reads the day's rows of "
              + "'\(table.name)', which are known after the games",
            at: reading.place,
            notes: writer.populations.prefix(1).map {
              .init("its rows are for played days", at: $0.place)
            },
            help: "read rows before the day: Reads(rows, .before), or timing: .before(maximumAge:)"
          )
        }
      }
    }
  }
}

extension ProcessorOutline {
  fileprivate var isBeforeGames: Bool { populations.first?.value.days.kind == .scheduled }
  fileprivate var isAfterGames: Bool { populations.first?.value.days.kind == .played }

  fileprivate func reading(of table: TableName) -> ReadRows? {
    readings.first { $0.rows.tablesByAlias.contains { $0.table.name == table } }
  }
}

extension ReadRows {
  /// Rows dated D are read for D.
  var isOfTheDay: Bool {
    switch reading {
    case .population, .summary: return true
    case .lookup(let lookup):
      if case .on = lookup.timing { return true }
      return false
    case .entities, .history, .expected, .excused: return false
    }
  }
}
