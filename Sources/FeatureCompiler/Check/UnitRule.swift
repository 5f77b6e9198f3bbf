import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Two units are added, compared or stored for one another.
  public static let mixedUnits = Finding.Code("mixed-units")
}

extension Rule {
  /// Numbers keep their units: see `UnitRules` for how they are inferred.
  static let units = Rule.ofEachProcessor { processor in
    let rules = UnitRules(processor)
    return processor.sites.compactMap { site in
      do throws(UnitMistake) {
        let unit = try rules.unit(of: site.expression)
        return stored(unit, site, processor)
      } catch {
        return Finding(
          .mixedUnits,
          "\(site.subject) puts \(error.left.words) and \(error.right.words) into \(error.place)",
          at: site.place, help: help(error.left, error.right))
      }
    }
  }

  private static func stored(
    _ unit: UnitSet, _ site: ExpressionSite, _ processor: ProcessorOutline
  ) -> Finding? {
    let stored: (type: ColumnType, unit: Unit?)?
    switch site.purpose {
    case .feature(let name): stored = processor.feature(name).map { ($0.value.type, $0.value.unit) }
    case .input(let type, let unit): stored = (type, unit)
    default: stored = nil
    }
    guard let stored, stored.type.isNumeric else { return nil }
    let declared = UnitSet(stored.unit)
    if unit.agrees(with: declared) { return nil }
    return Finding(
      .mixedUnits,
      "\(site.subject) is computed in \(unit.words), but declared in \(declared.words)",
      at: site.place, help: help(unit, declared))
  }

  private static func help(_ found: UnitSet, _ wanted: UnitSet) -> String {
    if found.holds(.ratio), wanted.holds(.percent) {
      return "percent(a, of: b) is 100 · a / b; a ratio times 100 is a percentage"
    }
    if found.holds(.ratio), wanted.holds(.score) {
      return "a score goes from 0 to 100: multiply the ratio by 100"
    }
    if found.holds(.percent), wanted.holds(.ratio) {
      return "ratio(a, b) is a / b; a percentage divided by 100 is a ratio"
    }
    return "convert one; an Intermediate without a unit makes the conversion explicit"
  }
}

extension UnitSet {
  fileprivate func holds(_ unit: Unit) -> Bool {
    if case .oneOf(let units) = self { units.contains(unit) } else { false }
  }
}
