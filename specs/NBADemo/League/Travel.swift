/// Distances between arenas along the great circle.
///
/// Sine, cosine and arc sine are summed here as power series: the arguments are small, and the
/// bytes do not depend on the platform's libm.
enum Travel {
  private static let earthRadiusMiles = 3958.8

  /// Miles between two arenas, to a tenth.
  static func miles(from start: Franchise, to end: Franchise) -> Double {
    let (first, second) = (direction(of: start), direction(of: end))
    let (dx, dy, dz) = (first.x - second.x, first.y - second.y, first.z - second.z)
    let chord = (dx * dx + dy * dy + dz * dz).squareRoot()
    return (2 * arcsine(chord / 2) * earthRadiusMiles * 10).rounded() / 10
  }

  /// Whole hours between the clocks of two arenas in standard time.
  static func zonesCrossed(from start: Franchise, to end: Franchise) -> Int {
    let difference = start.zone.rawValue - end.zone.rawValue
    return difference < 0 ? -difference : difference
  }

  /// Unit vector from the centre of the earth to the arena.
  private static func direction(of team: Franchise) -> (x: Double, y: Double, z: Double) {
    let degree = Double.pi / 180
    let (latitude, longitude) = (team.latitude * degree, team.longitude * degree)
    let level = cosine(latitude)
    return (level * cosine(longitude), level * sine(longitude), sine(latitude))
  }

  /// x − x³/3! + x⁵/5! − …, good to the last digits for |x| ≤ π.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for step in 1...16 {
      term *= -x * x / Double(2 * step * (2 * step + 1))
      sum += term
    }
    return sum
  }

  private static func cosine(_ x: Double) -> Double { sine(x + Double.pi / 2) }

  /// x + x³/6 + 3x⁵/40 + …; half a chord across North America stays under 0.4.
  private static func arcsine(_ x: Double) -> Double {
    var (power, sum) = (x, x)
    for step in 1...24 {
      let odd = Double(2 * step - 1)
      power *= x * x * odd / Double(2 * step)
      sum += power / (odd + 2)
    }
    return sum
  }
}
