/// The inputs and results of a hand kernel: a Swift function for what an expression cannot say.
///
/// A struct of properties, which specs and the function itself name by key path:
///
/// ```swift
/// struct SimilarGames: KernelShape {
///   static let name = "similar_games"
///   static let version = 1
///   let tier = KernelValue("tier", .text)
///   let points = KernelColumn("points", .double, .points)
///   let baseline = KernelResult("baseline", .double, .points)
/// }
/// ```
public protocol KernelShape: Sendable {
  /// By which plans know the function: `similar_games`.
  static var name: String { get }
  /// Raised when the function gives other results for the same inputs: days stored by an earlier version
  /// are then computed again.
  static var version: Int { get }
  init()
}

/// An input of which an entity has one value on a day.
public typealias KernelValue = KernelProperty<KernelRole.Value>

/// An input of which each row of the history has a value.
public typealias KernelColumn = KernelProperty<KernelRole.Column>

/// What a hand kernel computes: one value per entity and day.
public typealias KernelResult = KernelProperty<KernelRole.Result>

/// An input or a result of a hand kernel; its role says which.
public struct KernelProperty<Role>: Hashable, Sendable {
  public let name: String
  public let type: ColumnType
  public let unit: Unit?
  public init(_ name: String, _ type: ColumnType, _ unit: Unit? = nil) {
    self.name = name
    self.type = type
    self.unit = unit
  }
}

/// What keeps values, columns and results of a hand kernel apart where they are named by key path.
public enum KernelRole {
  public enum Value {}
  public enum Column {}
  public enum Result {}
}

extension KernelShape {
  /// The inputs of which an entity has one value, in the order of the struct.
  public static var values: [KernelValue] { properties() }
  /// The inputs that history rows have.
  public static var columns: [KernelColumn] { properties() }
  public static var results: [KernelResult] { properties() }

  private static func properties<Property>() -> [Property] {
    Mirror(reflecting: Self()).children.compactMap { $0.value as? Property }
  }
}
