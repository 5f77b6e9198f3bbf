/// What a piece of text is for; decides its colour.
package enum Role: Hashable, Sendable {
  case heading, good, bad, warning, faint, accent, added, removed
}

/// Turns roles into colours, or into nothing.
struct Palette: Sendable {
  let isOn: Bool

  func callAsFunction(_ role: Role?, _ text: String) -> String {
    guard isOn, let role, !text.isEmpty else { return text }
    return "\u{1B}[\(code(role))m\(text)\u{1B}[0m"
  }

  private func code(_ role: Role) -> String {
    switch role {
    case .heading: "1"
    case .good, .added: "32"
    case .bad, .removed: "31"
    case .warning: "33"
    case .faint: "2"
    case .accent: "36"
    }
  }
}
