/// What a row hash is taken of (D-05): the one encoding, which SQL and kernels write byte for byte alike
///
///
///     cache_date=2023-04-09|player_lookup="lebronjames"|points=28
///
/// The row's hash is the first 16 hexadecimal digits of the SHA-256 of these bytes. `docs/semantics.md`
/// has the text of each type.
public enum RowText {
  /// Stands for NULL.
  public static let missing = "∅"

  /// From here on a double has no decimals, and its text is scientific.
  public static let large = 1e16

  /// The columns that a row hash covers, in the order in which it does: those marked business, by the
  /// bytes of their names.
  public static func hashed(_ columns: [ColumnPlan]) -> [ColumnPlan] {
    columns.filter { $0.role == .business }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// `|points=` of a column; the first without the bar.
  public static func opening(_ name: String, isFirst: Bool) -> String {
    (isFirst ? "" : "|") + name + "="
  }
}
