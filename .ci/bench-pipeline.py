"""bench-pipeline.py BINARY PLANS DATA WORK RUNS: the shipped NBA pipeline over the season 2022-23, after loading it.

Whole processes in turn, medians. The floor is one MERGE per table of rows that are finished already, in key order of
nothing, into empty tables of the same columns: what any way of computing them has to pay. The floor of a day MERGEs its
finished rows into the tables of the days before. Prints time by processor and phase of the median run.
"""
import json, os, shutil, statistics, subprocess, sys, time

import duckdb

if sys.argv[1] == "floor":
    target, finished, plans = sys.argv[2:5]
    day = sys.argv[5] if len(sys.argv) > 5 else None
    connection = duckdb.connect(target)
    connection.execute(f"ATTACH '{finished}' AS finished (READ_ONLY)")
    for name in sorted(os.listdir(plans)):
        plan = json.load(open(f"{plans}/{name}"))
        if "table" not in plan:
            continue
        dataset, table = plan["table"]["name"]["dataset"], plan["table"]["name"]["table"]
        key = " AND ".join(f'target."{column}" = source."{column}"' for column in plan["table"]["key"])
        rows = f'finished."{dataset}"."{table}"'
        connection.execute("BEGIN")
        if day is None:
            connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{dataset}"')
            connection.execute(f'CREATE TABLE "{dataset}"."{table}" AS FROM {rows} LIMIT 0')
        else:
            column = plan["table"]["day"]
            rows = f"""(FROM {rows} WHERE "{column}" = '{day}')"""
            key += f""" AND target."{column}" = '{day}'"""
        connection.execute(
            f'MERGE INTO "{dataset}"."{table}" AS target USING {rows} AS source '
            f"ON {key} WHEN NOT MATCHED THEN INSERT")
        connection.execute("COMMIT")
    connection.close()
    sys.exit()

binary, plans, data, work, runs = sys.argv[1:6]
target, loaded, full, before = (f"{work}/{name}.duckdb" for name in ("run", "loaded", "full", "before"))
season = ["--from", "2022-10-18", "--to", "2023-04-09"]
day = ["--from", "2023-04-09", "--to", "2023-04-09"]


def remove(path):
    for name in (path, path + ".wal", path.replace(".duckdb", ".journal.sqlite")):
        if os.path.exists(name):
            os.remove(name)


def fresh(source):
    remove(target)
    if source:
        shutil.copy(source, target)


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return seconds, done.stdout


def ours(*arguments, warehouse=target):
    return [binary, "run", "--json", "--warehouse", warehouse, *arguments]


def made(path, source, *arguments):
    """A warehouse by our own command, from a copy of another."""
    remove(path)
    if source:
        shutil.copy(source, path)
    timed([binary, *arguments, "--warehouse", path, "--quiet"])


made(loaded, None, "load", "--feed", "nba-stats", "--from", data, "--season", "2022-23")
made(full, loaded, "run", *season)
made(before, loaded, "run", "--from", "2022-10-18", "--to", "2023-04-08")
variants = {
    "floor (MERGE of finished rows)": (None, [sys.executable, __file__, "floor", target, full, plans]),
    "fastbreak season": (loaded, ours(*season)),
    "fastbreak season, again": (full, ours(*season)),
    "floor of the last day": (before, [sys.executable, __file__, "floor", target, full, plans, day[1]]),
    "fastbreak last day": (before, ours(*day)),
}
times = {name: [] for name in variants}
for _ in range(int(runs)):
    for name, (source, command) in variants.items():
        fresh(source)
        times[name].append(timed(command))
floor = statistics.median(seconds for seconds, _ in times["floor (MERGE of finished rows)"])
print(f"the NBA pipeline over 2022-23, whole processes, {runs} runs in turn, seconds")
print(f"{'':34} {'min':>7} {'median':>7} {'/floor':>7}")
for name, measured in times.items():
    seconds = [each for each, _ in measured]
    median = statistics.median(seconds)
    print(f"{name:34} {min(seconds):7.3f} {median:7.3f} {median / floor:7.2f}")

for name in ("fastbreak season", "fastbreak last day"):
    ordered = sorted(times[name])
    report = json.loads(ordered[len(ordered) // 2][1])
    phases = list(report["processors"][0]["seconds"])
    print(f"\n{name}: {report['rowsWritten']:,} rows written in {report['seconds']:.3f} s; seconds by phase")
    print(f"{'':30} {'rows':>8} {'slabs':>5} {'stmts':>5} " + " ".join(f"{phase[:9]:>9}" for phase in phases))
    for processor in report["processors"]:
        rows = processor["rows"]
        print(
            f"{processor['processor']:30} {rows['inserted'] + rows['updated']:8,} {processor['slabs']:5} "
            f"{processor['statements']:5} "
            + " ".join(f"{processor['seconds'][phase]:9.3f}" for phase in phases))
