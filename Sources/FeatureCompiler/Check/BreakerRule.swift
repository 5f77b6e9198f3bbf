import FeatureSpec

extension Finding.Code {
  /// A circuit breaker that can never open, or a second one.
  public static let idleBreaker = Finding.Code("idle-breaker")
}

extension Rule {
  /// A processor has one breaker for its days, which opens at some time, for some time.
  static let processorBreakers = Rule.ofEachProcessor { processor in
    var found = processor.processorBreakers.dropFirst().map { other in
      Finding(
        .idleBreaker, "processor '\(processor.name)' has two processor breakers", at: other.place,
        notes: [.init("the first is here", at: processor.processorBreakers[0].place)],
        help: "keep one")
    }
    for breaker in processor.processorBreakers {
      let value = breaker.value
      guard min(value.failures, value.pauseMinutes, value.successes) < 1 else { continue }
      found.append(
        Finding(
          .idleBreaker,
          "a processor breaker opens after \(value.failures) failures for \(value.pauseMinutes) minutes"
            + " and closes after \(value.successes) successes",
          at: breaker.place, help: "each is at least 1"))
    }
    return found
  }

  /// A circuit breaker counts failures that the processor can have, and that are worth another try.
  static let breakers = Rule.ofEachProcessor { processor in
    var found = processor.breakers.dropFirst().map { other in
      Finding(
        .idleBreaker, "processor '\(processor.name)' has two circuit breakers", at: other.place,
        notes: [.init("the first is here", at: processor.breakers[0].place)],
        help: "name all kinds of failure in one CircuitBreaker")
    }
    for breaker in processor.breakers {
      let value = breaker.value
      if value.attempts < 1 || value.pauseDays < 1 {
        found.append(
          Finding(
            .idleBreaker,
            "a circuit breaker opens after \(value.attempts) attempts for \(value.pauseDays) days",
            at: breaker.place, help: "both are at least 1"))
      }
      if value.kinds.isEmpty {
        found.append(
          Finding(
            .idleBreaker, "a circuit breaker counts no kind of failure", at: breaker.place,
            help: "name what it counts: CircuitBreaker(on: .incompleteData)"))
      }
      for kind in value.kinds {
        let rules = processor.failures.filter { $0.value.category == kind }
        if !rules.contains(where: { $0.value.canRetry }) {
          found.append(
            Finding(
              .idleBreaker,
              "the circuit breaker counts \(kind.rawValue), which no Fails with canRetry: true gives",
              at: breaker.place, help: "take it out, or add Fails(.\(kind), …, canRetry: true)"))
        }
      }
    }
    return found
  }
}
