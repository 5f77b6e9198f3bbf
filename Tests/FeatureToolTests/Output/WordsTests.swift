import Testing

@testable import FeatureTool

@Suite struct `Numbers and tables` {
  @Test func `counts have groups of three`() {
    #expect(Words.count(0) == "0")
    #expect(Words.count(999) == "999")
    #expect(Words.count(26_012) == "26,012")
    #expect(Words.count(-1_234_567) == "-1,234,567")
    #expect(Words.count(1, "day") == "1 day")
    #expect(Words.count(165, "day") == "165 days")
  }

  @Test(arguments: [
    (0.0, "0 ms"), (0.000_4, "0.4 ms"), (0.012, "12 ms"), (0.999_7, "1.00 s"), (1.236, "1.24 s"),
    (9.996, "10.0 s"), (59.96, "1 min 00 s"), (125, "2 min 05 s"), (4320, "1 h 12 min"),
  ])
  func `times have a unit that fits`(seconds: Double, text: String) {
    #expect(Words.seconds(seconds) == text)
  }

  @Test func `rates are rounded to what they say`() {
    #expect(Words.rate(81_234, in: 1) == "81,200 rows/s")
    #expect(Words.rate(2_480_000, in: 2) == "1.24 M rows/s")
    #expect(Words.rate(0, in: 1) == "")
    #expect(Words.rate(5, in: 0) == "")
  }

  @Test func `wide letters count twice, combining marks not at all`() {
    #expect("Dončić".displayWidth == 6)
    #expect("Donc\u{30C}ic\u{301}".displayWidth == 6)
    #expect("渡邊雄太".displayWidth == 8)
    #expect("✓".displayWidth == 1)
    #expect("abcdef".fitted(to: 4) == "abc…")
    #expect("渡邊雄太".fitted(to: 5) == "渡邊…")
  }

  @Test func `columns line up by what is seen, and empty optional ones are left out`() {
    var table = TextTable([.text("player"), .number("rows"), .number("failed").optional])
    table.add(["渡邊雄太", .count(7), .count(0)])
    table.add(["ann", .count(1234), .count(0)])
    table.footer = ["all", .count(1241), ""]
    #expect(
      table.lines(Palette(isOn: false)) == [
        "player     rows",
        "渡邊雄太      7",
        "ann       1,234",
        "───────────────",
        "all       1,241",
      ])
  }

  @Test func `colour wraps the text and not the blanks`() {
    var table = TextTable([.text("a"), .number("b")])
    table.add([TextTable.Cell("x", .good), TextTable.Cell("1", .bad)])
    #expect(
      table.lines(Palette(isOn: true)).last == "\u{1B}[32mx\u{1B}[0m  \u{1B}[31m1\u{1B}[0m")
  }

  @Test func `bars show shares and series`() {
    #expect(Bar.of(1, width: 3) == "███")
    #expect(Bar.of(0.5, width: 3) == "█▌")
    #expect(Bar.of(0.000_1, width: 3) == "▏")
    #expect(Bar.of(0, width: 3) == "")
    #expect(Bar.series([0, 1, 4, 8], largest: 8) == " ▁▄█")
  }
}
