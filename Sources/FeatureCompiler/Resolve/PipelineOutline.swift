import FeatureAlgebra
import FeatureSpec

/// A pipeline with each processor's sentences sorted by kind: what rules and lowering read.
struct PipelineOutline: Sendable {
  let pipeline: Pipeline
  let calendar: CalendarDeclaration
  let processors: [ProcessorOutline]

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    self.calendar = pipeline.calendar.namingRowsByAlias
    self.processors = concurrently(pipeline.processors) { ProcessorOutline($0) }
  }

  /// Every declared table: raw ones, then outputs, in the order of the pipeline.
  var tables: [TableDeclaration] { pipeline.rawTables + processors.map(\.table) }
}
