/// The rows of the tiny season: A and B meet five times from 2022-11-01; the fifth is to come.
///
///     day     1    3    4    8   10
///     A:B  100:90 99:95 80:85 99:101 -
///     ann   10   20   33    5        A
///     bob    4  dnp    8    6        A
///     cat  (12)  14    0   22        B, on the 1st only in the second source
///     dan    -    -    -   30        B
///     eve    7    -    -    -        of a team without a game
enum TinySeason {
  static let rows = """
    INSERT INTO raw.fixtures VALUES
      ('2022-11-01', 'g1', 2022, 3, 'A', 'B', 100, 90),
      ('2022-11-03', 'g2', 2022, 3, 'B', 'A', 95, 99),
      ('2022-11-04', 'g3', 2022, 3, 'A', 'B', 80, 85),
      ('2022-11-08', 'g4', 2022, 3, 'B', 'A', 101, 99),
      ('2022-11-10', 'g5', 2022, 1, 'A', 'B', NULL, NULL);
    INSERT INTO raw.lines VALUES
      ('2022-11-01', 'ann', 'A', 'active', 10, 101.5),
      ('2022-11-01', 'bob', 'A', 'active', 4, NULL),
      ('2022-11-01', 'eve', 'Z', 'active', 7, NULL),
      ('2022-11-03', 'ann', 'A', 'active', 20, 110.25),
      ('2022-11-03', 'bob', 'A', 'dnp', NULL, NULL),
      ('2022-11-03', 'cat', 'B', 'active', 14, 99.0),
      ('2022-11-04', 'ann', 'A', 'active', 33, NULL),
      ('2022-11-04', 'bob', 'A', 'active', 8, 90.0),
      ('2022-11-04', 'cat', 'B', 'active', 0, 80.0),
      ('2022-11-08', 'ann', 'A', 'active', 5, 95.0),
      ('2022-11-08', 'bob', 'A', 'active', 6, 85.0),
      ('2022-11-08', 'cat', 'B', 'active', 22, 105.0),
      ('2022-11-08', 'dan', 'B', 'active', 30, 120.0);
    INSERT INTO raw.backup_lines VALUES
      ('2022-11-01', 'cat', 'B', 12), ('2022-11-03', 'cat', 'B', 99);
    INSERT INTO raw.shots VALUES
      ('2022-11-01', 1, 'ann', true), ('2022-11-01', 2, 'ann', false),
      ('2022-11-01', 3, 'ann', true), ('2022-11-01', 4, 'bob', false),
      ('2022-11-08', 1, 'dan', true);
    INSERT INTO raw.quotes SELECT *, LEFT(SHA256(CONCAT(col0, col1, col2, col3)), 16) FROM (VALUES
      (DATE '2022-11-01', 'ann', 'another', 12.5), (DATE '2022-11-01', 'ann', 'best', 11.5),
      (DATE '2022-11-08', 'cat', 'another', 19.5));
    INSERT INTO raw.registry VALUES ('ann', 'ann_001'), ('bob', 'bob_001'), ('cat', NULL);
    """
}
