/// Equal where each row is: NULL equals NULL whatever lies under it, texts compare by their bytes and
/// not by code, doubles by their bits.
extension Column: Equatable {
  public static func == (left: Column, right: Column) -> Bool {
    guard left.count == right.count else { return false }
    switch (left.values, right.values) {
    case (.integer(let a), .integer(let b)), (.timestamp(let a), .timestamp(let b)):
      return agree(left, right) { a[$0] == b[$0] }
    case (.double(let a), .double(let b)):
      return agree(left, right) { a[$0].bitPattern == b[$0].bitPattern }
    case (.decimal(let a, let scale), .decimal(let b, let other)):
      return scale == other && agree(left, right) { a[$0] == b[$0] }
    case (.boolean(let a), .boolean(let b)):
      return agree(left, right) { a[$0] == b[$0] }
    case (.day(let a), .day(let b)):
      return agree(left, right) { a[$0] == b[$0] }
    case (.text(let a, let words), .text(let b, let others)):
      return agree(left, right) { Bytes.equal(words[a[$0]], others[b[$0]]) }
    case (.textList(let a, let x), .textList(let b, let y)),
      (.doubleList(let a, let x), .doubleList(let b, let y)):
      return agree(left, right) { row in
        x.slice(Int(a[row])..<Int(a[row + 1])) == y.slice(Int(b[row])..<Int(b[row + 1]))
      }
    default:
      return false
    }
  }

  private static func agree(
    _ left: Column, _ right: Column, _ equal: (Int) -> Bool
  ) -> Bool {
    (0..<left.count).allSatisfy { row in
      left.isValid(row) == right.isValid(row) && (!left.isValid(row) || equal(row))
    }
  }
}
