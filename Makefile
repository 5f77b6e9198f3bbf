# What each word does: `make help`. No compiler flags are needed: after `make setup`, plain
# `swift build` and `swift test` do the same as the targets here (docs/decisions/0001).

export LC_ALL := C.UTF-8

# Extra flags: SWIFT_FLAGS for every build, TEST_FLAGS for tests only, as in
#   make test TEST_FLAGS="-c release -Xswiftc -enable-testing"
# Where libduckdb comes from: DUCKDB_PREFIX (an installation) or DUCKDB_VERSION (a pinned one), as in
#   make test DUCKDB_VERSION=1.5.6
SWIFT_FLAGS ?=
TEST_FLAGS ?=
SOURCES := Sources Tests specs Package.swift
FASTBREAK = $$(swift build -c release $(SWIFT_FLAGS) --show-bin-path)/fastbreak

.DEFAULT_GOAL := help
.PHONY: help setup setup-xgboost build demo test check check-dependent bench lint format generate record

help: ## print these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## fetch libduckdb into .deps (seconds, once) and check for SQLite
	@.ci/setup.sh

setup-xgboost: ## fetch XGBoost into .deps, for the test that trains the models again
	@.ci/xgboost.sh

build: setup ## build the command line, optimised
	@swift build -c release $(SWIFT_FLAGS) --product fastbreak

demo: build ## generate a season, load, compile and run it, and show what came out
	@"$(FASTBREAK)" demo

test: setup ## run the tests (TEST_FLAGS adds flags)
	@swift test $(SWIFT_FLAGS) $(TEST_FLAGS)

check: ## everything CI runs: lint, tests, generated files, a run on real data, clean tree
	@.ci/check.sh

check-dependent: setup ## prove that another package can depend on this one, by path and by version
	@.ci/dependent-package.sh

bench: setup ## run the benchmarks, optimised
	@.ci/bench.sh

lint: ## refuse badly formatted Swift
	@swift format lint --strict --parallel --recursive $(SOURCES)

format: ## format all Swift in place
	@swift format --in-place --parallel --recursive $(SOURCES)

generate: build ## write generated/ and docs/pipeline/ afresh from the specs
	@"$(FASTBREAK)" compile --write

record: setup ## run the tests and rewrite pinned texts in place; read the diff as code
	@RECORD=1 swift test $(SWIFT_FLAGS) $(TEST_FLAGS)
