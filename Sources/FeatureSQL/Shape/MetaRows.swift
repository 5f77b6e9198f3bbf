import FeatureAlgebra
import FeaturePlan

/// What a warehouse says of itself: which version of the system tables it has, whose pipeline it holds.
struct MetaRows {
  static let columns = [ResultColumn("name", .text), ResultColumn("value", .text)]

  func read() -> Query {
    Query(
      Select(
        MetaRows.columns.map { .column($0.name, of: "meta") },
        from: .table(SystemTables.meta.name)),
      orderBy: [OrderTerm(.column("name", of: "meta"))])
  }

  func insert() -> Command {
    .insert(
      SystemTables.meta.name, columns: ["name", "value"],
      Query(
        Select([
          SelectColumn(.cast(.parameter("name"), .text), as: "name"),
          SelectColumn(.cast(.parameter("value"), .text), as: "value"),
        ])))
  }

  func delete() -> Command {
    .delete(
      SystemTables.meta.name, alias: "meta",
      filter: .infix(.equal, .column("name", of: "meta"), .parameter("name")))
  }
}
