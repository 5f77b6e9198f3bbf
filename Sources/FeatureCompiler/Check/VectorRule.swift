import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A vector whose names are not all given.
  public static let missingElement = Finding.Code("missing-element")
  /// An element that the vector does not have.
  public static let unknownElement = Finding.Code("unknown-element")
  /// Elements in another order than the vector's.
  public static let elementOrder = Finding.Code("element-order")
}

extension Rule {
  /// A vector is given each of its elements, in its order; one given twice is `duplicate-feature`.
  static let vectors = Rule.ofEachProcessor { processor in
    processor.features.flatMap { feature -> [Finding] in
      guard case .whole(let given)? = feature.value.vector,
        let names = feature.value.column?.elements?.map(\.name)
      else { return [] }
      let vector = feature.value.subject
      return missing(names, given, vector, feature.place) + unknown(names, given, vector)
        + misplaced(names, given, vector)
    }
  }

  private static func missing(
    _ names: [String], _ given: [GivenElement], _ vector: String, _ place: Place
  ) -> [Finding] {
    let missing = names.filter { name in !given.contains { $0.name == name } }
    if missing.isEmpty { return [] }
    let list = missing.map { "'\($0)'" }.joined(separator: ", ")
    return [
      Finding(
        .missingElement,
        "\(vector) is not given \(missing.count) of its \(names.count) elements: \(list)",
        at: place, help: "add Element(\\.…, (source, value)) for each")
    ]
  }

  private static func unknown(
    _ names: [String], _ given: [GivenElement], _ vector: String
  ) -> [Finding] {
    given.filter { !names.contains($0.name) }.map { element in
      Finding(
        .unknownElement, "\(vector) has no element '\(element.name)'", at: element.place,
        help: NearMiss.help(for: element.name, in: names))
    }
  }

  /// The first element that stands before one it should follow.
  private static func misplaced(
    _ names: [String], _ given: [GivenElement], _ vector: String
  ) -> [Finding] {
    var seen: Set<String> = []
    let once = given.filter { names.contains($0.name) && seen.insert($0.name).inserted }
    let wanted = names.filter { seen.remove($0) != nil }
    guard let (found, name) = zip(once, wanted).first(where: { $0.name != $1 }) else { return [] }
    return [
      Finding(
        .elementOrder, "element '\(found.name)' stands where '\(name)' belongs in \(vector)",
        at: found.place, help: "write the elements in the order of the vector's struct")
    ]
  }
}
