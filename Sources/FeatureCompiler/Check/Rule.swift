/// One thing that is checked, in a file of its own. A rule reads the outline and reports; it changes
/// nothing and assumes nothing that another rule checks.
struct Rule: Sendable {
  private let check: @Sendable (PipelineOutline) -> [Finding]

  init(_ check: @escaping @Sendable (PipelineOutline) -> [Finding]) { self.check = check }

  /// A rule that looks at each processor by itself.
  static func ofEachProcessor(
    _ check: @escaping @Sendable (ProcessorOutline) -> [Finding]
  ) -> Rule {
    Rule { outline in outline.processors.flatMap(check) }
  }

  func findings(in outline: PipelineOutline) -> [Finding] { check(outline) }
}
