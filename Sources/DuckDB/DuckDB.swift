// DuckDB
