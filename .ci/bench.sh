#!/usr/bin/env bash
# Two workloads, whole processes in turn in one run. W of ../shared/bench/peers: beside that folder's floor and best
# hand-written SQL, every value and hash compared. The NBA pipeline over a real season: beside a MERGE of its finished
# rows. SCALES="1 4 16", RUNS=7 and WORKLOADS="w pipeline" change what is measured.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

peers=../shared/bench/peers
data=../shared/data
if [ ! -d "$peers" ] || [ ! -d "$data" ]; then
  printf 'bench: skipped, workload W and its peers are not beside the project (%s)\n' "$peers"
  exit 0
fi

work=.deps/bench
python=$work/venv/bin/python
if [ ! -x "$python" ]; then
  mkdir -p "$work"
  python3 -m venv "$work/venv"
  requirements=$work/requirements.txt
  awk '$1 == "duckdb" && $2 == "2.0.0" && $3 ~ /^wheel/ { sums = sums " --hash=sha256:" $4 }
    END { print "duckdb==2.0.0" sums }' .ci/duckdb.pins >"$requirements"
  "$python" -m pip install --quiet --disable-pip-version-check --only-binary=:all: --no-deps \
    --require-hashes -r "$requirements"
fi

workloads=" ${WORKLOADS:-w pipeline} "
case $workloads in *' pipeline '*)
  make --no-print-directory build
  mkdir -p "$work/pipeline"
  "$python" .ci/bench-pipeline.py "$(swift build -c release --show-bin-path)/fastbreak" generated/plans "$data" \
    "$work/pipeline" "${RUNS:-7}"
  ;;
esac
case $workloads in *' w '*) ;; *) exit 0 ;; esac

# The package builds in a folder of its own; its products find libduckdb there.
SWIFTPM_BUILD_DIR=$PWD/.build/workload-w .ci/setup.sh
swift build -c release --package-path Tests/Benchmarks/WorkloadW --scratch-path .build/workload-w \
  --product WorkloadW
binary=.build/workload-w/release/WorkloadW

for scale in ${SCALES:-1}; do
  if [ ! -f "$work/in/base_x$scale.duckdb" ]; then
    # Larger scales are copies of the first, so it is always made with them.
    "$python" "$peers/prepare.py" "$data" "$work/in" --x 1 $([ "$scale" = 1 ] || echo "$scale")
  fi
  "$python" .ci/bench.py "$binary" "$peers" "$work" "$scale" "${RUNS:-7}"
done
