import Testing

@testable import FeatureTool

@Suite struct `Help` {
  @Test func `lists the commands`() throws {
    let result = try Shell()("--help")
    #expect(result.exit == .done)
    #expect(result.err.isEmpty)
    #expect(
      result.out == """
        fastbreak: the feature pipeline 'sample'

        usage: fastbreak <command> [options]

          load      read files into the raw tables
          compile   check the specs; show, write or prove the SQL that follows from them
          diff      show what the specs change: features, then SQL, then stored days to restate
          plan      show what run would do with a range of days, and why
          run       bring a range of days up to date
          status    show what is stored: rows, days, failures, and what is stale
          coverage  show rows stored against entities expected, and why rows are missing
          runs      list the recorded runs, show one, or compare two
          verify    prove on stored data that both evaluators agree, and that nothing looks ahead
          help      show what commands there are, or one of them

        options of every command:
          --warehouse FILE  the DuckDB file (default .fastbreak/warehouse.duckdb)
          --memory SIZE     memory of the database before it spills, such as 2GB
          --json            print JSON instead of tables
          --quiet           print problems only
          --verbose         add the database's own words and SQL to errors
          --no-color        no colour; NO_COLOR in the environment does the same
          --help            print this text
          --version         print the version

        exit codes: 0 done, 1 problems or failed days, 2 wrong usage, 3 warehouse busy,
                    130 interrupted

        'fastbreak <command> --help' shows a command with examples.

        """)
  }

  @Test func `shows a command with examples`() throws {
    let shell = try Shell()
    let result = shell("plan --help")
    #expect(result.exit == .done)
    #expect(shell("help plan").out == result.out)
    #expect(
      result.out == """
        Show what run would do with a range of days, and why.

        usage: fastbreak plan [options]

        Takes what run takes, and computes and stores nothing.

        Rows and seconds are estimated from earlier runs.

        options:
          --from YYYY-MM-DD        the first day
          --to YYYY-MM-DD          the last day, itself included
          --only PROCESSOR         this processor alone (may be repeated)
          --downstream             with --only: also what reads from it
          --evaluator kernels|sql  who computes: Swift kernels (default) or the database
          --writer merge|replace   how rows land (default merge); the stored rows are the same
          --mode daily|backfill    daily: an input below its minimum blocks a day; backfill (default): only
                                   an empty one does
          --workers N              threads (default one per core)
          --slab-days N            at most so many days at once
          --force                  compute fresh days too
          --skip-dependencies      compute a day however few rows its inputs have
          --widen                  add declared columns that a stored table lacks, and widen types

        options of every command:
          --warehouse FILE  the DuckDB file (default .fastbreak/warehouse.duckdb)
          --memory SIZE     memory of the database before it spills, such as 2GB
          --json            print JSON instead of tables
          --quiet           print problems only
          --verbose         add the database's own words and SQL to errors
          --no-color        no colour; NO_COLOR in the environment does the same
          --help            print this text

        examples:
          # a season
          fastbreak plan --from 2024-10-22 --to 2025-04-13
          # one day, as JSON
          fastbreak plan --from 2025-01-15 --to 2025-01-15 --json

        """)
  }

  @Test func `every command has a page with an example that it can read`() throws {
    let shell = try Shell()
    let specs = Sample.tool.commands.map { $0.spec }
    for spec in specs {
      let page = shell("\(spec.name) --help").out
      #expect(page.hasPrefix(Words.sentence(spec.summary)))
      #expect(!spec.examples.isEmpty)
      for example in spec.examples {
        let words = example.line.split(separator: " ").map(String.init)
        #expect(try Arguments(words, commands: specs).command?.name == spec.name)
      }
    }
  }

  @Test func `is the answer to no command`() throws {
    let result = try Shell()("")
    #expect(result.exit == .usage)
    #expect(result.out.isEmpty)
    #expect(result.err.contains("usage: fastbreak <command> [options]"))
  }

  @Test func `the version names the database`() throws {
    let result = try Shell()("--version")
    #expect(result.exit == .done)
    #expect(result.out.hasPrefix("fastbreak 0.1.0 (DuckDB v"))
  }
}
