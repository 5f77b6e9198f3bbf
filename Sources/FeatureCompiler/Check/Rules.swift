extension Rule {
  /// Every rule. The order does not show: findings are sorted by place.
  static let all: [Rule] = [
    population
  ]
}
