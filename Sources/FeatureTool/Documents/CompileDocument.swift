import FeatureSQL

/// The JSON of `compile`; `docs/json.md` describes it.
struct CompileDocument: Encodable {
  struct Processor: Encodable {
    let processor: String
    let table: String
    let fingerprint: String
    let features: Int
    let windows: [String]
    let inputs: [String]
    let statements: [String]
  }
  let pipeline: String
  let dialect: String
  let processors: [Processor]
}

/// The JSON of `compile PROCESSOR`.
struct StatementDocument: Encodable {
  let family: String
  let name: String
  let parameters: [String]
  let sql: String

  init(_ statement: Statement) {
    family = statement.family.word
    name = statement.name
    parameters = statement.parameters
    sql = statement.sql
  }
}
