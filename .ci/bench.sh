#!/usr/bin/env bash
# Benchmarks; none is written yet.
set -euo pipefail
cd "$(dirname "$0")/.."
printf 'bench: nothing to measure yet\n'
