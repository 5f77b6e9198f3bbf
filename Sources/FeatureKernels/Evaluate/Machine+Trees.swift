import FeatureAlgebra
import Foundation

/// Tree models: a whole column at a time takes one step in a tree.
extension Machine {
  /// What the trees add up to for each row; never NULL.
  ///
  /// - Parameter xs: the values that the model looks at, in its order.
  func prediction(_ trees: TreeProgram, _ xs: [Vector<Double>]) -> Vector<Double> {
    let values = singles(xs)
    var sums = [Float](repeating: trees.model.base, count: count)
    var places = [Int32](repeating: 0, count: count)
    trees.steps.withUnsafeBufferPointer { steps in
      trees.leaves.withUnsafeBufferPointer { leaves in
        values.withUnsafeBufferPointer { values in
          places.withUnsafeMutableBufferPointer { places in
            sums.withUnsafeMutableBufferPointer { sums in
              for root in trees.roots {
                places.update(repeating: root.step)
                for _ in 0..<root.depth { advance(places, steps, values) }
                for row in sums.indices { sums[row] += leaves[Int(places[row])] }
              }
            }
          }
        }
      }
    }
    var faults: [Fault]?
    for x in xs { faults = Gaps.first(faults, x.spread(over: count).gaps.faults) }
    return Vector(linked(sums, trees.model.link), Gaps(validity: nil, faults: faults))
  }

  /// One step of every row. A missing value is NaN, which fails either comparison.
  @inline(__always)
  private func advance(
    _ places: UnsafeMutableBufferPointer<Int32>, _ steps: UnsafeBufferPointer<TreeProgram.Step>,
    _ values: UnsafeBufferPointer<Float>
  ) {
    let rows = places.count
    for row in 0..<rows {
      let step = steps[Int(places[row])]
      let value = values[Int(step.value) * rows + row]
      let isBelow = step.missingIsBelow ? !(value >= step.cut) : value < step.cut
      places[row] = isBelow ? step.below : step.above
    }
  }

  /// The values as numbers of 32 bits, one column after the other: NaN where a value is missing or too
  /// large. A value that is NaN itself stands above all cuts, as it does in the engines.
  private func singles(_ xs: [Vector<Double>]) -> [Float] {
    [Float](unsafeUninitializedCapacity: xs.count * count) { target, filled in
      for (number, x) in xs.enumerated() {
        let x = x.spread(over: count)
        var row = number * count
        for value in x.values {
          let single = Float(value)
          let isKnown = single.isFinite || value.isInfinite
          target.initializeElement(
            at: row, to: isKnown ? single : value.isNaN ? .infinity : .nan)
          row += 1
        }
        guard x.gaps.validity != nil else { continue }
        for row in 0..<count where !x.gaps.isValid(row) { target[number * count + row] = .nan }
      }
      filled = xs.count * count
    }
  }

  private func linked(_ sums: [Float], _ link: TreeModel.Link) -> [Double] {
    switch link {
    case .identity: return sums.map { Double($0) }
    case .logistic:
      let power = Decimals.power(TreeModel.Link.decimals)
      return sums.map { Decimals.rounded(1 / (1 + exp(-Double($0))), power: power) }
    }
  }
}
