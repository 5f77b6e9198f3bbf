import FeatureSpec
import FeatureTool
import NBAFeatures

@main
struct Fastbreak {
  static func main() {
    // `NBAFeatures.pipeline` stands here once the processors are in.
    let schedule = Rows(Schedule(), as: "schedule")
    let calendar = CalendarDeclaration(
      schedule, season: { $0.seasonYear }, scheduled: { _ in true }, played: { _ in true })
    Tool(Pipeline("nba", calendar: calendar, rawTables: [Schedule()]) {}).main()
  }
}
