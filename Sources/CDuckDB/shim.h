#pragma once
#define DUCKDB_API_NO_DEPRECATED 1

// Where set-up puts the header: this checkout, or the package that has this one in its
// .build/checkouts. Otherwise the compiler's own search path: a system-wide installation, or CPATH.
#if __has_include("../../.deps/duckdb/include/duckdb.h")
#include "../../.deps/duckdb/include/duckdb.h"
#elif __has_include("../../../../../.deps/duckdb/include/duckdb.h")
#include "../../../../../.deps/duckdb/include/duckdb.h"
#elif __has_include(<duckdb.h>)
#include <duckdb.h>
#else
#error "duckdb.h is missing: run 'make setup' in this checkout, or .build/checkouts/fastbreak/.ci/setup.sh --package . in a package that depends on it"
#endif
