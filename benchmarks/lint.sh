#!/bin/sh
# How long linting takes with all checks, whole process, side by side with `promtool check rules`.
#
#   benchmarks/lint.sh [FOLDER] [RUNS]
#
# Copies the rule files of a folder (default: the stacks of testdata) under other names until there
# are 11,000 rules in 1,300 files, runs the installed bin/firedrill of this checkout (mvn package
# first) and promtool on them in turn, and prints medians and their ratio; then the same for one
# file of 35 rules, and how time grows with the number of rules. FIREDRILL names another
# installation, GROWTH= leaves the last part out. Needs promtool on the PATH and python3.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
exec python3 - "${FIREDRILL:-$root/cli/target/firedrill/bin/firedrill}" "${1:-$root/testdata}" \
  "${2:-5}" "$root/benchmarks/rules-35.yml" "${GROWTH-1000 10000 100000}" << 'PYTHON'
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

firedrill, source, runs, one_file, growth = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5]
RULE = re.compile(r"^\s*(?:-\s+)?(?:alert|record)\s*:", re.M)
TEMPLATED = re.compile(r"^\s*\{\{", re.M)


def rule_files(folder):
    """Those that promtool accepts, with the number of their rules."""
    found = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.endswith((".yml", ".yaml", ".rules")):
                continue
            path = os.path.join(place, name)
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            if not re.search(r"^\s*groups\s*:", text, re.M) or TEMPLATED.search(text):
                continue
            rules = len(RULE.findall(text))
            if rules and subprocess.run(["promtool", "check", "rules", path], capture_output=True).returncode == 0:
                found.append((path, rules))
    return found


def stack(folder, files, rules, count):
    """Copies of files with that many rules, as near as whole files go, in up to so many files."""
    average = rules / count
    # Small and large files in turn, so that the copies have the wanted rules a file.
    small = sorted((f for f in files if f[1] <= average), key=lambda f: f[0])
    large = sorted((f for f in files if f[1] > average), key=lambda f: f[0])
    paths, total, taken = [], 0, {True: 0, False: 0}
    while total < rules:
        wants_large = not small or bool(large) and total <= average * len(paths)
        of = large if wants_large else small
        path, size = of[taken[wants_large] % len(of)]
        taken[wants_large] += 1
        name = os.path.join(folder, f"{len(paths):05}-{os.path.basename(path)}")
        shutil.copyfile(path, name)
        paths.append(name)
        total += size
    return paths, total


def once(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    elapsed = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or done.returncode < 0:
        sys.exit(f"{command[:4]}: exit status {done.returncode}: {done.stderr.decode()[-2000:]}")
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(title, contenders, runs):
    wall = {name: [] for name, _ in contenders}
    cpu = {name: [] for name, _ in contenders}
    for run in range(runs + 1):
        for name, command in contenders:
            elapsed, used = once(command)
            if run > 0:  # the first run warms the page cache
                wall[name].append(elapsed)
                cpu[name].append(used)
    base = statistics.median(wall[contenders[0][0]])
    print(f"{title}: {runs} runs in turn, whole process")
    print(f"{'':34} {'median':>10} {'least':>10} {'CPU':>10} {'ratio':>7}")
    for name, _ in contenders:
        median = statistics.median(wall[name])
        print(f"{name:34} {median * 1000:7.0f} ms {min(wall[name]) * 1000:7.0f} ms"
              f" {statistics.median(cpu[name]) * 1000:7.0f} ms {median / base:6.2f}x", flush=True)
    print()


def contenders(paths, folder):
    return [
        ("promtool check rules", ["promtool", "check", "rules", *paths]),
        ("firedrill rules lint", [firedrill, "rules", "lint", folder]),
        ("firedrill rules lint --format json", [firedrill, "rules", "lint", "--format", "json", folder]),
        ("firedrill rules check", [firedrill, "rules", "check", folder]),
    ]


files = rule_files(source)
if not files:
    sys.exit(f"{source}: no rule files that promtool accepts")
with tempfile.TemporaryDirectory(prefix="firedrill-benchmark-") as folder:
    paths, total = stack(folder, files, 11_000, 1_300)
    compare(f"{total:,} rules in {len(paths):,} files", contenders(paths, folder), runs)
compare("35 rules in one file", contenders([one_file], one_file)[:2], runs * 3)
sizes = [int(size) for size in growth.split()]
if sizes:
    print(f"{'rules':>9} {'files':>7} {'firedrill rules lint':>22} {'CPU':>10} {'CPU a rule':>12}")
for rules in sizes:
    with tempfile.TemporaryDirectory(prefix="firedrill-benchmark-") as folder:
        paths, total = stack(folder, files, rules, max(1, rules * 1_300 // 11_000))
        wall, cpu = min(once([firedrill, "rules", "lint", folder]) for _ in range(2))
        each = cpu / total * 1e6
        print(f"{total:9,} {len(paths):7,} {wall:20.2f} s {cpu:8.2f} s {each:9.0f} us", flush=True)
PYTHON
