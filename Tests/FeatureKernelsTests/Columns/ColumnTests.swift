import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct ColumnTests {
  private let columns: [Column] = [
    .integers([1, nil, 3]), .doubles([0.5, nil, 1]), .decimals([5, nil, 7], scale: 1),
    .booleans([true, nil, false]), .days([.december(1), nil, .december(3)]),
    .timestamps([1, nil, 2]), .texts(["a", nil, "b"]), .textLists([["a", nil], nil, []]),
    .doubleLists([[1, nil], nil, []]),
  ]

  @Test func `a slice holds the rows of its range`() {
    for column in columns {
      let slice = column.slice(1..<3)
      #expect(slice.count == 2)
      #expect(Value(slice, 0) == .null)
      #expect(Value(slice, 1) == Value(column, 2))
    }
  }

  @Test func `gathered rows come in the order asked for and NULL where there is none`() {
    for column in columns {
      let rows = column.gather([2, -1, 0, 0])
      #expect(
        (0..<4).map { Value(rows, $0) } == [2, 3, 0, 0].map { $0 == 3 ? .null : Value(column, $0) })
    }
  }

  @Test func `concatenated columns are their rows in turn`() {
    for column in columns {
      let twice = Column.concatenated([column, column.slice(0..<1), column])
      #expect(twice == column.gather([0, 1, 2, 0, 0, 1, 2]))
    }
  }

  @Test func `validity crosses word borders`() {
    let parts = (0..<5).map { part in
      Column.integers((0..<70).map { row in (row + part) % 7 == 0 ? nil : Int64(row) })
    }
    let all = Column.concatenated(parts)
    #expect((0..<350).allSatisfy { Value(all, $0) == Value(parts[$0 / 70], $0 % 70) })
    #expect(all.slice(33..<300).slice(37..<107) == parts[1])
  }

  @Test func `dictionaries are merged by bytes`() {
    let merged = Column.concatenated([.texts(["é", "a"]), .texts(["a", "e\u{301}"])])
    #expect(merged.dictionary?.count == 3)
    #expect(merged == .texts(["é", "a", "a", "e\u{301}"]))
    #expect(merged != .texts(["é", "a", "a", "é"]))
  }

  @Test func `one dictionary is kept as it is`() {
    let texts = Column.texts(["a", "b"])
    #expect(Column.concatenated([texts, texts.slice(0..<1)]).dictionary === texts.dictionary)
  }

  @Test func `a column without NULL holds no bits`() {
    let validity = Validity(words: [0b111], count: 3)
    #expect(Column(.integer([1, 2, 3]), validity: validity).validity == nil)
  }

  @Test func `runs are appended with their bits`() {
    var builder = ValuesBuilder<Int64>(filler: 0)
    builder.append(7)
    [Int64(1), 2, 3].withUnsafeBufferPointer { run in
      [UInt64(0b101)].withUnsafeBufferPointer { bits in
        builder.append(run, validity: bits.baseAddress)
      }
    }
    let (values, validity) = builder.finish()
    #expect(Column(.integer(values), validity: validity) == .integers([7, 1, nil, 3]))
  }

  @Test func `a thousand texts keep their codes while the table grows`() {
    let texts = (0..<1_000).map { "player \($0 % 600)" }
    let column = Column.texts(texts)
    #expect(column.dictionary?.count == 600)
    #expect(texts.indices.allSatisfy { column.text($0) == texts[$0] })
  }

  @Test func `columns of a table are equally long and named once`() {
    #expect(throws: KernelError.self) {
      try Table([("a", .integers([1])), ("b", .integers([]))])
    }
    #expect(throws: KernelError.self) {
      try Table([("a", .integers([1])), ("a", .integers([2]))])
    }
  }
}
