import Testing

@testable import FeatureTool

@Suite struct `JSON for people` {
  private func text(_ compact: String, width: Int = 30) -> String {
    JSONLayout(width: width).text(Array(compact.utf8))
  }

  @Test func `stands on one line where it fits`() {
    #expect(
      text(#"{"a":[1,2.50,-3e7],"b":{}}"#, width: 40) == "{ \"a\": [1, 2.50, -3e7], \"b\": {} }\n")
    #expect(text("[]") == "[]\n")
  }

  @Test func `opens where it does not, and names come first`() {
    #expect(
      text(#"{"columns":["minutes","points"],"name":"player_form","none":null}"#) == """
        {
          "name": "player_form",
          "columns": [
            "minutes",
            "points"
          ],
          "none": null
        }

        """)
  }

  @Test func `opens with the one thing that it holds`() {
    #expect(
      text(#"{"ratio":[{"column":["games","points"]},{"sum":[[1,2,3,4,5,6,7,8,9,10]]}]}"#) == """
        { "ratio": [
          { "column": [
            "games",
            "points"
          ] },
          { "sum": [[
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10
          ]] }
        ] }

        """)
  }

  @Test func `leaves texts alone`() {
    #expect(text(#"["a\"b,]}","\\"]"#) == #"["a\"b,]}", "\\"]"# + "\n")
    #expect(text(#"["Dončić"]"#) == #"["Dončić"]"# + "\n")
  }
}
