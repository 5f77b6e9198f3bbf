import FeatureSpec
import FeatureTesting
import Testing

private struct Faulty: Table {
  static let name = TableName("raw", "faulty")
  let wide = Column("wide", .number(20, 2))
  let deep = Column("deep", .number(5, 6))
  let text = Column("ranged", .text).within(0...1)
  let number = Column("worded", .integer).oneOf("one")
  let unit = Column("measured", .text, .points)
  let twice = Column("twice", .integer)
  let again = Column("twice", .integer)
  let day = Column("at", .timestamp)
  let hash = Column("hash", .integer)
  var identity: Identity {
    Identity(key: [Column("widee", .integer)], day: day, rowHash: hash)
  }
}

@Suite struct ColumnRuleTests {
  @Test func `columns can be stored`() {
    expectFindings(
      in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
    ) {
      """
      error[bad-column]: column 'deep' of table 'raw.faulty' cannot be DECIMAL(5, 6)
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: the scale lies between 0 and the precision

      error[bad-column]: column 'measured' of table 'raw.faulty' has a unit, but is no number
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: take the unit off

      error[bad-column]: column 'ranged' of table 'raw.faulty' has a range, but is no number
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: take .within(…) off

      error[bad-column]: column 'wide' of table 'raw.faulty' has 20 digits
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: 18 is the most; .double has no scale

      error[bad-column]: column 'worded' of table 'raw.faulty' has a vocabulary, but is no text
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: take .oneOf(…) off

      error[bad-column]: the day 'at' of table 'raw.faulty' is TIMESTAMP, not DATE
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: declare it as .day

      error[bad-column]: the row hash 'hash' of table 'raw.faulty' is BIGINT, not VARCHAR
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: declare it as .text

      error[duplicate-column]: table 'raw.faulty' has two columns 'twice'
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: rename one, or take one out

      error[identity-not-in-table]: the identity of table 'raw.faulty' names 'widee', which is none of its columns
        --> FeatureCompilerTests/ColumnRuleTests.swift
         |
         |       in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays(), Faulty()]) {}
         |           ^^^^^^^^
         = help: the nearest name is 'wide'
      """
    }
  }
}
