#!/bin/sh
# How long a simulated month takes, whole process: 1,000 alert instances, evaluated each minute for
# 30 days, through an Alertmanager with 100 routes.
#
#   benchmarks/simulate.sh [RUNS]
#
# Makes 1,000 series with a sample each 5 minutes that are bad some twenty times a month, each time
# up to three hours, and the rule and routes for them, and runs the installed bin/firedrill of this
# checkout (mvn package first); prints wall and processor time, with inhibition and without.
# FIREDRILL names another installation. Needs python3.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
exec python3 - "${FIREDRILL:-$root/cli/target/firedrill/bin/firedrill}" "${1:-5}" << 'PYTHON'
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

firedrill, runs = sys.argv[1], int(sys.argv[2])
random.seed(1)
INSTANCES, SAMPLES = 1_000, 30 * 24 * 12

RULES = """groups:
- name: benchmark
  interval: 1m
  rules:
  - alert: Broken
    expr: broken > 0
    for: 2m
    annotations: {summary: '{{ $labels.instance }} is broken'}
"""


def values():
    """Good for half a day to three days, then bad for up to three hours, and so on."""
    runs, left = [], SAMPLES
    while left > 0:
        for value, least, most in (0, 200, 800), (1, 3, 36):
            length = min(left, random.randrange(least, most))
            if length > 0:
                runs.append(f"{value}x{length - 1}")
                left -= length
    return " ".join(runs)


def data():
    lines = ["rule_files: [rules.yml]", "evaluation_interval: 1m", "tests:", "- interval: 5m", "  input_series:"]
    for i in range(INSTANCES):
        labels = f'instance="i{i}",team="team{i % 50}",severity="s{i // 50 % 2}"'
        lines.append(f"  - {{series: 'broken{{{labels}}}', values: '{values()}'}}")
    return "\n".join(lines) + "\n"


def alertmanager(inhibition):
    lines = ["route:", "  receiver: default", "  group_by: [alertname, team]", "  routes:"]
    for team in range(50):
        for severity in range(2):
            matchers = f"['team=\"team{team}\"', 'severity=\"s{severity}\"']"
            lines.append(f"  - {{matchers: {matchers}, receiver: r{team}}}")
    lines += ["receivers:", "- {name: default}"]
    lines += [f"- {{name: r{i}, webhook_configs: [{{url: 'http://hook.example.com/{i}'}}]}}" for i in range(50)]
    if inhibition:
        lines += ["inhibit_rules:", "- source_matchers: [severity=\"s0\"]"]
        lines += ["  target_matchers: [severity=\"s1\"]", "  equal: [alertname, team]"]
    return "\n".join(lines) + "\n"


def once(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"exit status {done.returncode}: {done.stderr[-2000:]}")
    total = done.stdout.rstrip().rsplit("\n", 1)[-1].partition(":")[0]
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, total


with tempfile.TemporaryDirectory(prefix="firedrill-benchmark-") as folder:
    files = {"rules.yml": RULES, "data.yml": data(), "am.yml": alertmanager(False), "inhibit.yml": alertmanager(True)}
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    rules, series = os.path.join(folder, "rules.yml"), os.path.join(folder, "data.yml")
    print(f"30 days at 1 m, {INSTANCES:,} alert instances, 100 routes; whole process, {runs} runs")
    print(f"{'':22} {'median':>9} {'least':>9} {'processor':>10}")
    for name, config in ("simulate", "am.yml"), ("with inhibition", "inhibit.yml"):
        command = [firedrill, "simulate", "--rules", rules, "--data", series]
        command += ["--alertmanager", os.path.join(folder, config)]
        times = [once(command) for _ in range(runs + 1)][1:]  # the first run warms the page cache
        wall = [each[0] for each in times]
        cpu = statistics.median(each[1] for each in times)
        print(f"{name:22} {statistics.median(wall):7.2f} s {min(wall):7.2f} s {cpu:8.2f} s   {times[0][2]}")
PYTHON
