import FeatureSQL
import Testing

@Suite struct WriteCountsTests {
  /// 100 keys staged; 90 rows were stored, 5 of them left: 85 matched, so 15 are new. The merge wrote
  /// 22: 7 updates. 85 − 7 = 78 unchanged.
  @Test func `counts follow from what the statements report`() throws {
    let counts = try WriteCounts(
      distinctKeys: 100, duplicates: 3, storedBefore: 90, deleted: 5, merged: 22, storedAfter: 100)
    #expect(
      counts
        == WriteCounts(inserted: 15, updated: 7, unchanged: 78, deleted: 5, duplicates: 3))
    #expect(counts.stored == 100)
  }

  @Test func `rows lost or doubled on the way break the contract`() {
    let error = #expect(throws: RowCountMismatch.self) {
      try WriteCounts(
        distinctKeys: 100, duplicates: 0, storedBefore: 0, deleted: 0, merged: 101,
        storedAfter: 101)
    }
    #expect(
      error?.sentence
        == "100 keys were staged and 101 rows are stored: before the write there were 0, 0 were"
        + " deleted and 101 written.")
    #expect(throws: RowCountMismatch.self) {
      try WriteCounts(
        distinctKeys: 100, duplicates: 0, storedBefore: 100, inserted: 0, updated: 1,
        unchanged: 98, storedAfter: 99)
    }
  }
}
