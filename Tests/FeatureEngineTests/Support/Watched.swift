import Synchronization

@testable import FeatureEngine

/// What a run said, in order; tests of one thread read it when the run is over.
final class Events: Sendable {
  private let all = Mutex<[String]>([])

  var names: [String] { all.withLock { $0 } }

  /// Keeps an event by a short name, and says which number it has.
  @discardableResult
  func keep(_ event: RunEvent) -> Int {
    all.withLock { names in
      names.append(event.name)
      return names.count
    }
  }
}

extension RunEvent {
  /// `planned player_form`, `write player_form`, `warning: …`
  var name: String {
    switch self {
    case .started: "started"
    case .planned(let processor, _, _, _): "planned \(processor)"
    case .phase(let processor, let phase, _): "\(phase.rawValue) \(processor)"
    case .slabDone(let processor, let done, let total, _, _):
      "done \(done) of \(total) \(processor)"
    case .dayFailed(let error): "failed \(error.processor ?? "")"
    case .processorDone(let report): "finished \(report.processor)"
    case .warning(let text): "warning: \(text)"
    }
  }
}
