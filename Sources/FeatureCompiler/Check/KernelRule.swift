import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A hand kernel that is not given all its inputs.
  public static let missingInput = Finding.Code("missing-input")
  /// An input that a hand kernel is given twice.
  public static let duplicateInput = Finding.Code("duplicate-input")
  /// A hand kernel with two inputs of one name.
  public static let badKernel = Finding.Code("bad-kernel")
}

extension Rule {
  /// A hand kernel is given each of its inputs once.
  static let kernels = Rule.ofEachProcessor { processor in
    processor.features.flatMap { feature -> [Finding] in
      guard let use = feature.value.kernel, use.isFirst else { return [] }
      return missing(use, feature.place) + doubled(use) + names(use, feature.place)
    }
  }

  private static func missing(_ use: KernelUse, _ place: Place) -> [Finding] {
    let missing = use.wanted.filter { name in !use.given.contains { $0.name == name } }
    if missing.isEmpty { return [] }
    let list = missing.map { "'\($0)'" }.joined(separator: ", ")
    return [
      Finding(
        .missingInput,
        "kernel '\(use.name)' is not given \(missing.count) of its \(use.wanted.count) inputs: \(list)",
        at: place, help: "add Given(\\.…, value) for each")
    ]
  }

  private static func doubled(_ use: KernelUse) -> [Finding] {
    var first: [String: Place] = [:]
    return use.given.compactMap { input in
      guard let earlier = first[input.name] else {
        first[input.name] = input.place
        return nil
      }
      return Finding(
        .duplicateInput, "kernel '\(use.name)' is given '\(input.name)' twice", at: input.place,
        notes: [.init("the first is here", at: earlier)], help: "take one out")
    }
  }

  private static func names(_ use: KernelUse, _ place: Place) -> [Finding] {
    let twice = Dictionary(grouping: use.wanted, by: { $0 }).filter { $0.value.count > 1 }.keys
    return twice.sorted().map { name in
      Finding(
        .badKernel, "kernel '\(use.name)' has two inputs '\(name)'", at: place,
        help: "rename one in its shape")
    }
  }
}
