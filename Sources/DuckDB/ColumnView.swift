/// A Swift type that columns are read as, in place: `Bool`, integers of 8 to 128 bits, `Float`,
/// `Double`.
public protocol ColumnElement: BitwiseCopyable, Sendable {
  /// How the engine stores it. Only this module can make one, so only it can conform types.
  static var element: ElementType { get }
}

/// How the engine stores the values of a column; opaque.
public struct ElementType: Sendable {
  let storage: LogicalType.Storage
}

extension Bool: ColumnElement { public static var element: ElementType { .init(storage: .bool) } }
extension Int8: ColumnElement { public static var element: ElementType { .init(storage: .int8) } }
extension Int16: ColumnElement { public static var element: ElementType { .init(storage: .int16) } }
extension Int32: ColumnElement { public static var element: ElementType { .init(storage: .int32) } }
extension Int64: ColumnElement { public static var element: ElementType { .init(storage: .int64) } }
extension UInt8: ColumnElement { public static var element: ElementType { .init(storage: .uint8) } }
extension UInt16: ColumnElement {
  public static var element: ElementType { .init(storage: .uint16) }
}
extension UInt32: ColumnElement {
  public static var element: ElementType { .init(storage: .uint32) }
}
extension UInt64: ColumnElement {
  public static var element: ElementType { .init(storage: .uint64) }
}
extension Int128: ColumnElement {
  public static var element: ElementType { .init(storage: .int128) }
}
extension Float: ColumnElement { public static var element: ElementType { .init(storage: .float) } }
extension Double: ColumnElement {
  public static var element: ElementType { .init(storage: .double) }
}

/// The values of one column in one chunk, in place.
///
/// Where a row is NULL the value is unspecified: ask `isValid` first.
@frozen public struct ColumnView<Element: ColumnElement>: @unchecked Sendable {
  // `@unchecked Sendable`: `bytes` lies in the chunk that `owner` keeps alive, and nobody writes a
  // fetched chunk.
  @usableFromInline let owner: AnyObject
  @usableFromInline let bytes: UnsafeRawBufferPointer

  /// How many rows.
  public let count: Int

  /// Which rows hold a value.
  public let validity: Validity

  init(owner: ChunkHandle, base: UnsafeRawPointer?, count: Int, validity: Validity) {
    self.owner = owner
    bytes = UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride)
    self.count = count
    self.validity = validity
  }

  /// Whether the row holds a value, that is, is not NULL.
  @inlinable public func isValid(_ row: Int) -> Bool {
    validity[row]
  }

  /// The value of a row; unspecified where it is NULL.
  @inlinable public subscript(row: Int) -> Element {
    precondition(row >= 0 && row < count, "row out of range")
    if Element.self == Bool.self {
      // The byte of a NULL may be anything, and a Bool may only be 0 or 1.
      return unsafeBitCast(bytes[row] & 1, to: Element.self)
    }
    return bytes.loadUnaligned(
      fromByteOffset: row &* MemoryLayout<Element>.stride, as: Element.self)
  }
}

extension ColumnView where Element: Numeric {
  /// All values as they lie in memory, those of NULLs included; valid within `body` only.
  @inlinable public func withSpan<Output, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    let values = bytes.bindMemory(to: Element.self)
    defer { withExtendedLifetime(owner) {} }
    return try body(values.span)
  }

  /// Appends all values, those of NULLs included, to an array.
  public func append(to array: inout [Element]) {
    withExtendedLifetime(owner) {
      array.append(contentsOf: bytes.bindMemory(to: Element.self))
    }
  }
}
