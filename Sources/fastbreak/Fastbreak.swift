@main
struct Fastbreak {
  static func main() {}
}
