/// Something worth telling that is no failure.
package struct NoteRecord: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case note
    case warning
  }

  package let run: String
  package let kind: Kind
  package let text: String

  package init(run: String, kind: Kind, text: String) {
    self.run = run
    self.kind = kind
    self.text = text
  }
}

extension NoteRecord: LedgerRow {
  static let table = Table.notes
  static let columns = ["run", "kind", "text"]

  var values: [Value] {
    [.text(run), .text(kind.rawValue), .text(text)]
  }

  init(row: borrowing Statement) throws(LedgerError) {
    guard let kind = Kind(rawValue: try row.text("kind")) else {
      throw row.unexpected("kind", "is neither note nor warning")
    }
    self.init(run: try row.text("run"), kind: kind, text: try row.text("text"))
  }
}
