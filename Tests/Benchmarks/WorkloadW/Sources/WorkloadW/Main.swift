import FeatureTool

@main
struct Main {
  static func main() { Tool(.workloadW).main() }
}
