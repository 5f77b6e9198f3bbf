// DuckDBTests
