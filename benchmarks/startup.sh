#!/bin/sh
# How long a short command takes, whole process, side by side with promtool.
#
#   benchmarks/startup.sh [RULE-FILE] [RUNS]
#
# Runs the installed bin/firedrill of this checkout (mvn package first) and promtool in turn and
# prints medians and their ratio. Needs promtool on the PATH and python3.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
rules=${1:-$root/benchmarks/rules-35.yml}
runs=${2:-15}
exec python3 - "$root/cli/target/firedrill/bin/firedrill" "$rules" "$runs" << 'PYTHON'
import os
import statistics
import subprocess
import sys
import time

firedrill, rules, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
without = dict(os.environ, FIREDRILL_JAVA_OPTS="-XX:AOTMode=off")
contenders = [
    ("promtool check rules", ["promtool", "check", "rules", rules], None),
    ("firedrill rules check", [firedrill, "rules", "check", rules], None),
    ("firedrill rules lint", [firedrill, "rules", "lint", rules], None),
    ("firedrill --version", [firedrill, "--version"], None),
    ("firedrill rules check, no AOT cache", [firedrill, "rules", "check", rules], without),
]
times = {name: [] for name, _, _ in contenders}
for run in range(runs + 1):
    for name, command, environment in contenders:
        start = time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True)
        elapsed = time.perf_counter() - start
        if done.returncode > 1:
            sys.exit(f"{name}: exit status {done.returncode}: {done.stderr.decode()}")
        if run > 0:  # the first run warms the page cache
            times[name].append(elapsed)
base = statistics.median(times["promtool check rules"])
print(f"{rules}: {runs} runs in turn, whole process")
print(f"{'':38} {'median':>9} {'least':>9} {'ratio':>7}")
for name, values in times.items():
    median = statistics.median(values)
    print(f"{name:38} {median * 1000:6.1f} ms {min(values) * 1000:6.1f} ms {median / base:6.2f}x")
PYTHON
