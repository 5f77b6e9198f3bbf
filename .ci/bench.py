"""bench.py BINARY PEERS WORK SCALE RUNS: workload W at one scale, whole processes in turn, medians and ratios.

Each run starts from a fresh copy of the prepared inputs; the copy is not timed. Values and hashes of our tables are
compared with those of the hand-written SQL by the peers' verify.py.
"""
import os, shutil, statistics, subprocess, sys, time

binary, peers, work, scale, runs = sys.argv[1:6]
base, reference = f"{work}/in/base_x{scale}.duckdb", f"{work}/ref_x{scale}.duckdb"
target = f"{work}/run.duckdb"
season = ["--from", "2022-11-01", "--to", f"{2023 + int(scale) - 1 + 1}-12-31"]
day = ["--from", "2023-04-09", "--to", "2023-04-09"]
quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}


def fresh(source):
    for name in (target, target + ".wal", f"{work}/run.journal.sqlite"):
        if os.path.exists(name):
            os.remove(name)
    if source:
        shutil.copy(source, target)


def python(script, *arguments):
    return [sys.executable, f"{peers}/{script}", *arguments]


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, **quiet)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-3000:]}")
    return seconds


def ours(*arguments):
    return [binary, "run", "--warehouse", target, "--quiet", *arguments]


if not os.path.exists(reference):
    fresh(base)
    timed(python("hand_range.py", target))
    shutil.move(target, reference)
fresh(base)
timed(ours(*season))
full = f"{work}/full_x{scale}.duckdb"
shutil.copy(target, full)
check = subprocess.run(python("verify.py", reference, target), **quiet)
print(check.stdout.rstrip())
if check.returncode:
    sys.exit("bench: our rows are not those of the hand-written SQL")

variants = {
    "floor (MERGE of finished rows)": (base, python("floor.py", "merge_empty", target, reference)),
    "hand-written whole-range SQL": (base, python("hand_range.py", target)),
    "fastbreak season": (base, ours(*season)),
    "fastbreak season, SQL evaluator": (base, ours(*season, "--evaluator", "sql")),
    "fastbreak nothing to do": (full, ours(*season)),
    "hand-written SQL, one day": (base, python("hand_date.py", target, "start=2023-04-09", "end=2023-04-09")),
    "fastbreak one day": (base, ours(*day)),
}
times = {name: [] for name in variants}
for _ in range(int(runs)):
    for name, (source, command) in variants.items():
        fresh(source)
        times[name].append(timed(command))
floor = statistics.median(times["floor (MERGE of finished rows)"])
hand = statistics.median(times["hand-written whole-range SQL"])
print(f"workload W x{scale}, whole processes, {runs} runs in turn, seconds")
print(f"{'':34} {'min':>7} {'median':>7} {'/floor':>7} {'/hand':>7}")
for name, seconds in times.items():
    median = statistics.median(seconds)
    print(f"{name:34} {min(seconds):7.3f} {median:7.3f} {median / floor:7.2f} {median / hand:7.2f}")
