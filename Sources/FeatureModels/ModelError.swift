/// What is wrong with a model's file.
struct ModelError: Error {
  /// Begins with the place inside the JSON where there is one.
  let message: String
  let help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }

  /// A file that promises what it does not hold.
  static func malformed(_ message: String) -> ModelError {
    ModelError(message, help: "write the file again: booster.save_model(\"points.json\")")
  }

  /// A sound file of a model that nothing here evaluates.
  static func unsupported(_ message: String, help: String) -> ModelError {
    ModelError(message, help: help)
  }

  /// The place of a decoding error as people write it: `learner.trees[3].left_children`.
  init(_ error: DecodingError) {
    let (context, what): (DecodingError.Context, String) =
      switch error {
      case .typeMismatch(let type, let context): (context, "is no \(type)")
      case .valueNotFound(_, let context): (context, "is null")
      case .keyNotFound(let key, let context): (context, "has no '\(key.stringValue)'")
      case .dataCorrupted(let context): (context, context.debugDescription)
      @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
      }
    let path = context.codingPath.reduce("") { path, key in
      if let index = key.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
    self = .malformed(path.isEmpty ? "the file \(what)" : "\(path) \(what)")
  }
}
