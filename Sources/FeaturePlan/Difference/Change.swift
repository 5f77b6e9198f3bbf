/// One thing of a processor that differs between two plans: a feature, the population, a lookup.
package struct Change: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case added
    case removed
    case changed
    /// The same meaning under another name.
    case renamed(from: String)
    /// Said in the same words; another value follows from what it reads.
    case follows([String])
  }

  /// `points_mean_last_10`, `population`, `lookup totals`.
  package let subject: String
  package let kind: Kind
  /// What differs, each aspect for itself; for an added or removed subject, what it is.
  package let aspects: [Aspect]

  /// One aspect: `window`, `last 10 games`, `last 12 games`.
  package struct Aspect: Hashable, Sendable {
    package let name: String
    /// Nil where there was nothing.
    package let was: String?
    /// Nil where there is nothing any more.
    package let now: String?

    package init(_ name: String, was: String?, now: String?) {
      self.name = name
      self.was = was
      self.now = now
    }
  }

  package init(_ subject: String, _ kind: Kind, _ aspects: [Aspect] = []) {
    self.subject = subject
    self.kind = kind
    self.aspects = aspects
  }
}

/// Collects the aspects in which two values differ.
struct AspectList {
  private(set) var aspects: [Change.Aspect] = []

  mutating func compare(_ name: String, _ was: String?, _ now: String?) {
    if was != now { aspects.append(Change.Aspect(name, was: was, now: now)) }
  }

  mutating func add(_ more: [Change.Aspect]) { aspects += more }

  /// A change of `subject`, or none when all aspects agree.
  func changes(of subject: String) -> [Change] {
    aspects.isEmpty ? [] : [Change(subject, .changed, aspects)]
  }
}

/// Compares values that have names: those that are gone, that are new, and that differ.
///
/// - Parameter describe: what an added or removed value is.
func named<Value>(
  _ old: [(String, Value)], _ new: [(String, Value)], describe: (Value) -> [Change.Aspect],
  compare: (Value, Value) -> AspectList
) -> [Change] {
  let before = Dictionary(old) { first, _ in first }
  let after = Dictionary(new) { first, _ in first }
  var changes: [Change] = []
  for (name, value) in new {
    if let previous = before[name] {
      changes += compare(previous, value).changes(of: name)
    } else {
      changes.append(Change(name, .added, describe(value)))
    }
  }
  for (name, _) in old where after[name] == nil { changes.append(Change(name, .removed)) }
  return changes
}
