#!/usr/bin/env bash
# `make check`: each step by name with its time; the first failure stops. Ends with a clean `git status`.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

# One optimised build for everything: the tests, which then take two thirds of the time, and the command line, which
# is built with them.
export SWIFT_FLAGS="-Xswiftc -enable-testing ${SWIFT_FLAGS:-}"
export TEST_FLAGS="-c release ${TEST_FLAGS:-}"
FASTBREAK=$(swift build -c release --show-bin-path)/fastbreak
export FASTBREAK

step() {
  local name=$1 start=$SECONDS
  shift
  printf -- '--- %s\n' "$name"
  "$@" || {
    printf 'check: %s failed\n' "$name" >&2
    exit 1
  }
  printf -- '--- %s: %d s\n' "$name" $((SECONDS - start))
}

clean() {
  local changed
  changed=$(git status --porcelain)
  [ -z "$changed" ] && return
  printf 'changed or not committed:\n%s\n' "$changed" >&2
  return 1
}

step 'set-up' make --no-print-directory setup setup-xgboost
step 'lint' make --no-print-directory lint
step 'tests' make --no-print-directory test
step 'generated files are fresh' "$FASTBREAK" compile --check
step 'real data' .ci/real-data.sh
step 'dependent packages' .ci/dependent-package.sh
step 'clean tree' clean
