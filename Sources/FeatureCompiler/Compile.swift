internal import FeatureAlgebra
public import FeaturePlan
public import FeatureSpec

/// Turns what the author said into what will be computed.
///
/// All rules run before anything is lowered, so one throw carries every error with its place. Warnings
/// do not stop it: `check(_:)` gives them.
///
/// - Throws: every error at once, sorted by place; the warnings stand among them.
public func compile(_ pipeline: Pipeline) throws(Findings) -> Plan {
  let outline = PipelineOutline(pipeline)
  let findings = findings(in: outline)
  if findings.hasErrors { throw findings }
  return lower(outline)
}

/// Every finding of every rule, errors and warnings, sorted by place; empty for a sound pipeline.
public func check(_ pipeline: Pipeline) -> Findings {
  findings(in: PipelineOutline(pipeline))
}

private func findings(in outline: PipelineOutline) -> Findings {
  Findings(concurrently(Rule.all) { $0.findings(in: outline) }.flatMap { $0 })
}
