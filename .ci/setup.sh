#!/usr/bin/env bash
# Puts libduckdb where `swift build` finds it: <package>/.deps/duckdb/{include,lib}, and a link to the
# library beside the products in .build (SwiftPM searches there when it links and when a product starts).
#
#   .ci/setup.sh [--package DIR]     DIR: the package to set up; default is this checkout. A package that
#                                    depends on this one passes its own folder.
#   DUCKDB_PREFIX=/opt/duckdb        use this installation instead: any folder with include/duckdb.h and
#                                    lib/libduckdb.*, or the official libduckdb archive, unpacked; remembered
#                                    until it is set to nothing
#   DUCKDB_VERSION=1.5.6             another pinned version (.ci/duckdb.pins); default 2.0.0
#   SWIFTPM_BUILD_DIR=DIR            where SwiftPM builds; default <package>/.build
#
# Without a prefix, Linux takes the shared object out of the Python wheel of duckdb (seconds, no root), macOS takes
# Homebrew's. A second run finds its stamp and does nothing. docs/decisions/0001 says why it is done this way.
set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package=${here%/*}
version=${DUCKDB_VERSION:-2.0.0}
recipe=1 # raise it when the steps below change what they produce

fail() {
  printf 'setup: %s\n' "$1" >&2
  exit 1
}

say() { printf 'setup: %s\n' "$1"; }

while [ $# -gt 0 ]; do
  case $1 in
    --package)
      [ -d "${2:-}" ] || fail "--package needs the folder of a Swift package; '${2:-}' is not a folder."
      package=$(cd "$2" && pwd)
      shift 2
      ;;
    --help | -h)
      sed -n '2,16s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
      exit 0
      ;;
    *) fail "unknown argument '$1'; see .ci/setup.sh --help." ;;
  esac
done

deps=$package/.deps
build=${SWIFTPM_BUILD_DIR:-$package/.build}
machine=$(uname -m)
[ "$machine" = arm64 ] && machine=aarch64

# pin PACKAGE FILE: the checksum of that file in .ci/duckdb.pins, or nothing.
pin() {
  local package name file sum
  while read -r package name file sum; do
    if [ "$package $name $file" = "$1 $2" ]; then
      printf '%s' "$sum"
      return
    fi
  done <"$here/duckdb.pins"
}

# links: the library beside the products, for each configuration; repeated after `swift package clean`.
links() {
  local configuration folder library
  for configuration in debug release; do
    folder=$build/$triple/$configuration
    for library in "$deps"/duckdb/lib/*; do
      [ "$folder/${library##*/}" -ef "$library" ] && continue
      mkdir -p "$folder"
      ln -sfn "$library" "$folder/${library##*/}"
    done
  done
}

sqlite() {
  [ "$(uname)" = Darwin ] && return
  [ -e /usr/include/sqlite3.h ] && return
  pkg-config --exists sqlite3 2>/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say 'installing libsqlite3-dev'
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
      --no-install-recommends libsqlite3-dev >/dev/null && return
  fi
  fail "sqlite3.h is missing; install it with 'sudo apt-get install libsqlite3-dev' (Fedora: sqlite-devel)."
}

stamp=() # what was set up last: its description, the target's triple, the prefix
[ -f "$deps/duckdb.stamp" ] && while read -r line; do stamp+=("$line"); done <"$deps/duckdb.stamp"
prefix=${DUCKDB_PREFIX-${stamp[2]-}}
case $prefix in /* | '') ;; *) prefix=$PWD/$prefix ;; esac
wanted="recipe $recipe version $version machine $machine prefix ${prefix:-none}"
wanted+=" $(pin "duckdb $version" "wheel-$machine") $(pin "duckdb $version" source)"
sqlite
if [ "${stamp[0]-}" = "$wanted" ] && [ -f "$deps/duckdb/include/duckdb.h" ]; then
  triple=${stamp[1]}
  links
  exit 0
fi

command -v swift >/dev/null ||
  fail "swift is missing; install Swift 6.3 or later from swift.org/install and put it on PATH."
target=$(swift -print-target-info 2>/dev/null) || target=
triple=$(sed -n 's/.*"unversionedTriple" *: *"\([^"]*\)".*/\1/p' <<<"$target" | head -1)
swift_version=$(sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' <<<"$target" | head -1)
[ -n "$triple" ] && [ -n "$swift_version" ] ||
  fail "'swift -print-target-info' says nothing; reinstall Swift 6.3 or later from swift.org/install."
[ $((${swift_version% *} * 100 + ${swift_version#* })) -ge 603 ] ||
  fail "this is Swift ${swift_version/ /.}; install Swift 6.3 or later from swift.org/install."

mkdir -p "$deps"
work=$(mktemp -d "$deps/setup.XXXXXX")
trap 'jobs -p | xargs -r kill 2>/dev/null; rm -rf "$work"' EXIT
new=$work/duckdb
mkdir -p "$new/include" "$new/lib"

if [ -z "$prefix" ] && [ "$(uname)" = Darwin ]; then
  prefix=$(brew --prefix duckdb 2>/dev/null) && [ -d "$prefix" ] ||
    fail "libduckdb is missing; run 'brew install duckdb', or set DUCKDB_PREFIX to the official libduckdb, unpacked."
fi

if [ -n "$prefix" ]; then
  # An official archive has duckdb.h and the library in one folder; an installation has include/ and lib/.
  found_header= found_library=
  for folder in include .; do
    [ -f "$prefix/$folder/duckdb.h" ] && found_header=$prefix/$folder/duckdb.h && break
  done
  for file in "$prefix"/{lib,lib64,.}/libduckdb.{so,dylib}; do
    [ -f "$file" ] && found_library=$file && break
  done
  [ -n "$found_header" ] && [ -n "$found_library" ] ||
    fail "DUCKDB_PREFIX=$prefix holds no duckdb.h (in include/) or no libduckdb (in lib/); name a folder that has both."
  ln -s "$found_header" "$new/include/duckdb.h"
  for file in "${found_library%/*}"/libduckdb.{so,dylib}*; do
    [ -f "$file" ] && ln -s "$file" "$new/lib/${file##*/}"
  done
  # The stand-in, where the prefix was made by this script.
  stand_in=${found_library%/*}/libduckdb-cpython.so
  if [ -f "$stand_in" ]; then ln -s "$stand_in" "$new/lib/${stand_in##*/}"; fi
else
  # shellcheck source=.ci/duckdb.sh
  . "$here/duckdb.sh"
fi

rm -rf "$deps/duckdb"
mv "$new" "$deps/duckdb"
links
printf '%s\n' "$wanted" "$triple" "$prefix" >"$deps/duckdb.stamp"
say "libduckdb ${prefix:-$version} is in ${deps#"$PWD"/}/duckdb"
