final class ColumnSources: Sendable {}
