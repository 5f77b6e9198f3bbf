/// Texts laid out as the engine's vectors hold them: 16 bytes each, long ones pointing into one
/// block of bytes.
///
/// A vector of texts is then filled by copying entries. The engine copies what it keeps; until the
/// statement is done it may follow the pointers, so a scan holds on to this object.
///
/// `@unchecked Sendable`: both blocks are written in `init` only.
final class TextEntries: @unchecked Sendable {
  /// The layout of `duckdb_string_t`: a length of 32 bits, then the bytes up to 12 of them, or else
  /// 4 bytes of prefix and a pointer.
  typealias Entry = (UInt64, UInt64)

  let entries: UnsafeMutableBufferPointer<Entry>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private static let inlined = 12

  init(_ texts: [String]) {
    entries = .allocate(capacity: texts.count)
    let long = texts.reduce(0) { $0 + ($1.utf8.count > Self.inlined ? $1.utf8.count : 0) }
    bytes = .allocate(capacity: long)
    var free = 0
    for (index, text) in texts.enumerated() {
      var text = text
      text.withUTF8 { utf8 in
        var entry = (UInt64(utf8.count), UInt64(0))
        let isLong = utf8.count > Self.inlined
        withUnsafeMutableBytes(of: &entry) { raw in
          raw[4...].copyBytes(from: utf8.prefix(isLong ? 4 : Self.inlined))
          guard isLong, let base = bytes.baseAddress else { return }
          (base + free).update(from: utf8.baseAddress ?? UnsafePointer(base), count: utf8.count)
          raw.storeBytes(of: base + free, toByteOffset: 8, as: UnsafeMutablePointer<UInt8>.self)
          free += utf8.count
        }
        entries.initializeElement(at: index, to: entry)
      }
    }
  }

  deinit {
    entries.deallocate()
    bytes.deallocate()
  }
}
