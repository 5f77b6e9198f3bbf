#!/usr/bin/env bash
# XGBoost and what it needs in .deps/xgboost/venv, with pinned checksums (70 MB, CPU only; about 15 seconds, once).
# Only a test that trains the committed models again runs on it; without it that test is skipped.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

requirements=Tests/FeatureModelsTests/XGBoost/requirements.txt
folder=.deps/xgboost
cmp -s "$requirements" "$folder/stamp" && exit 0

python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || {
  printf 'xgboost: skipped, the pinned packages are for Python 3.11 to 3.13\n'
  exit 0
}
printf 'xgboost: fetching the packages of %s\n' "$requirements"
rm -rf "$folder"
mkdir -p "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary=:all: --no-deps \
  --require-hashes -r "$requirements"
cp "$requirements" "$folder/stamp"
