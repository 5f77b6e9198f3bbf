import FeatureSpec

/// `{"days_rest": 2, "back_to_back": false, "player_age": null}`, members in the order given.
func jsonObject(_ members: Aggregate...) -> Aggregate {
  concatenated("{", joined(members, by: ", "), "}")
}

/// `["thin_sample", "quality_below_70"]`: the codes that are present.
func jsonArray(ofPresent codes: [Aggregate]) -> Aggregate {
  concatenated(
    "[", joined(codes.map { concatenated("\"", $0, "\"") }, by: ", ").orElse(""), "]")
}

/// `"days_rest": 2`: an integer, a decimal or a condition; NULL is written `null`.
func member(_ name: String, _ value: Aggregate) -> Aggregate {
  concatenated(.constant("\"\(name)\": "), value.converted(to: .text).orElse("null"))
}

/// `"fatigue_adjustment": -2.65`: any number, at two decimals.
func member(_ name: String, rounded value: Aggregate) -> Aggregate {
  member(name, value.converted(to: .number(18, 2)))
}

/// `"opponent_weak_zone": "paint"`: a word of a vocabulary, which needs no escapes.
func member(_ name: String, word: Aggregate) -> Aggregate {
  concatenated(
    .constant("\"\(name)\": "), concatenated("\"", word, "\"").orElse("null"))
}
