#!/usr/bin/env bash
# Proves that other packages can depend on this one, with no unsafeFlags refused and no compiler flag given:
# once by path, once by version, as a git dependency with a tag. Each builds a program over FeatureTool, runs it, and
# the program loads the libduckdb that set-up put there. What is tested is the last commit, not the working tree.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset SWIFTPM_BUILD_DIR

# The last commit under a version of its own, so that tags of the checkout do not matter.
git clone --quiet --no-hardlinks "$root" "$folder/fastbreak"
git -C "$folder/fastbreak" tag --force 999.0.0 >/dev/null

# package NAME DEPENDENCY: writes a package with one program that depends on fastbreak.
package() {
  mkdir -p "$folder/$1/Sources/mine"
  cat >"$folder/$1/Package.swift" <<SWIFT
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
  name: "mine",
  dependencies: [$2],
  targets: [
    .executableTarget(
      name: "mine", dependencies: [.product(name: "FeatureTool", package: "fastbreak")])
  ]
)
SWIFT
  cat >"$folder/$1/Sources/mine/Mine.swift" <<'SWIFT'
import FeatureTool
import Foundation

/// Asks the loader, not an API of ours, whether libduckdb came with the program.
@main struct Mine {
  static func main() {
    guard let symbol = dlsym(nil, "duckdb_library_version") else { return print("no libduckdb") }
    typealias Version = @convention(c) () -> UnsafePointer<CChar>
    print("libduckdb \(String(cString: unsafeBitCast(symbol, to: Version.self)()))")
  }
}
SWIFT
}

# prove NAME SETUP: sets the package up with that script, builds it without a flag, runs it.
prove() {
  local said
  "$2" --package "$folder/$1"
  swift build --quiet --package-path "$folder/$1" --cache-path "$folder/cache" --product mine
  said=$("$(swift build --package-path "$folder/$1" --show-bin-path)/mine")
  case $said in
    'libduckdb v'*) printf 'dependent package %s: %s\n' "$1" "$said" ;;
    *)
      printf 'dependent package %s: expected "libduckdb v…", the program said "%s"\n' "$1" "$said" >&2
      exit 1
      ;;
  esac
}

# Downloaded once: the packages take this checkout's library as their prefix.
"$root/.ci/setup.sh"
export DUCKDB_PREFIX=$root/.deps/duckdb

package by-path '.package(path: "../fastbreak")'
DUCKDB_PREFIX=$DUCKDB_PREFIX "$folder/fastbreak/.ci/setup.sh"
prove by-path "$folder/fastbreak/.ci/setup.sh"

# The header is found in the dependent package alone: the clone has none now.
rm -rf "$folder/fastbreak/.deps" "$folder/fastbreak/.build"
package by-version ".package(url: \"file://$folder/fastbreak\", from: \"999.0.0\")"
swift package --quiet --package-path "$folder/by-version" --cache-path "$folder/cache" resolve 2>"$folder/resolve.log" ||
  { cat "$folder/resolve.log" >&2; exit 1; }
prove by-version "$folder/by-version/.build/checkouts/fastbreak/.ci/setup.sh"
