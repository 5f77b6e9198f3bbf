#!/usr/bin/env bash
# Loads one real season into a temporary warehouse, runs two weeks, and runs them again: the second run writes nothing.
# The files are not ours to ship; without them this says so and succeeds. REAL_DATA names another folder, FASTBREAK a
# command line that is built already.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

data=${REAL_DATA:-../shared/data}
if [ ! -d "$data" ]; then
  printf 'real data: skipped, there is no %s\n' "$data"
  exit 0
fi

fastbreak=${FASTBREAK:-}
if [ -z "$fastbreak" ]; then
  make --no-print-directory build
  fastbreak=$(swift build -c release --show-bin-path)/fastbreak
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
warehouse=$folder/season.duckdb

"$fastbreak" load --feed nba-stats --from "$data" --season 2022-23 --warehouse "$warehouse"
for pass in first second; do
  "$fastbreak" run --from 2022-11-01 --to 2022-11-14 --warehouse "$warehouse" --json >"$folder/$pass.json"
done

# written FILE: the rows written in a run's JSON.
written() {
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["rowsWritten"])' "$1"
}

first=$(written "$folder/first.json")
second=$(written "$folder/second.json")
printf 'real data: %s rows written, then %s\n' "$first" "$second"
[ "$first" -gt 0 ] || { printf 'real data: the first run wrote nothing\n' >&2; exit 1; }
[ "$second" -eq 0 ] || { printf 'real data: the second run wrote rows again\n' >&2; exit 1; }
