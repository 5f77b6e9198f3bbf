#pragma once
#define DUCKDB_API_NO_DEPRECATED 1
#include <duckdb.h>
