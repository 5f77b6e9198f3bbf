import FeatureTool
import NBAFeatures

@main
struct Fastbreak {
  static func main() {
    Tool(NBAFeatures.pipeline).main()
  }
}
