#!/bin/sh
# How long routing takes, whole process: 10,000 alerts through a tree of 1,000 routes, and one alert
# side by side with `amtool config routes test`.
#
#   benchmarks/routes.sh [RUNS]
#
# Makes the tree (100 teams with 9 routes each: equal values, regular expressions, alternatives,
# one `continue` for each team) and the alerts, and runs the installed bin/firedrill of this checkout
# (mvn package first) and amtool in turn; prints medians, processor times and the ratio. FIREDRILL
# names another installation. Needs amtool on the PATH and python3.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
exec python3 - "${FIREDRILL:-$root/cli/target/firedrill/bin/firedrill}" "${1:-7}" \
  "$root/testdata/ml-infrastructure/alertmanager/alertmanager.yml" << 'PYTHON'
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

firedrill, runs, small = sys.argv[1], int(sys.argv[2]), sys.argv[3]
random.seed(1)
teams = [f"team{i}" for i in range(100)]


def tree():
    lines = ["route:", "  receiver: default", "  group_by: [alertname]", "  routes:"]
    for team in teams:
        lines += [f"  - matchers: [team=\"{team}\"]", f"    receiver: r-{team}", "    routes:"]
        for j in range(9):
            matchers = [
                f"severity=\"s{j}\"",
                f"alertname=~\"Alert{j}.*\"",
                f"service=~\"svc{j}|svc{j + 10}\", severity!=\"s1\"",
            ][j % 3]
            lines += [f"    - matchers: ['{matchers}']", f"      receiver: r-{team}"]
            lines += ["      continue: true"] if j == 4 else []
    lines += ["receivers:", "- name: default"] + [f"- name: r-{team}" for team in teams]
    lines += ["inhibit_rules:", "- source_matchers: [severity=\"s1\"]"]
    lines += ["  target_matchers: [severity=\"s2\"]", "  equal: [team, service]"]
    return "\n".join(lines) + "\n"


def alert(i):
    labels = {
        "alertname": f"Alert{random.randrange(20)}X",
        "team": random.choice(teams + ["none"]),
        "severity": f"s{random.randrange(10)}",
        "service": f"svc{random.randrange(20)}",
        "instance": f"i{i}",
    }
    return {"labels": labels, "annotations": {"summary": "x"}, "startsAt": "2026-11-21T03:00:00Z"}


def measure(contenders):
    times = {name: [] for name in contenders}
    work = {name: [] for name in contenders}
    for run in range(runs + 1):
        for name, command in contenders.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True)
            elapsed = time.perf_counter() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if done.returncode != 0:
                sys.exit(f"{name}: exit status {done.returncode}: {done.stderr.decode()}")
            if run > 0:  # the first run warms the page cache
                times[name].append(elapsed)
                work[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    first = statistics.median(next(iter(times.values())))
    print(f"{'':44} {'median':>9} {'least':>9} {'processor':>10} {'ratio':>7}")
    for name, values in times.items():
        median = statistics.median(values)
        print(
            f"{name:44} {median * 1000:6.0f} ms {min(values) * 1000:6.0f} ms"
            f" {statistics.median(work[name]) * 1000:7.0f} ms {median / first:6.2f}x"
        )


with tempfile.TemporaryDirectory() as folder:
    config = os.path.join(folder, "alertmanager.yml")
    alerts = os.path.join(folder, "alerts.json")
    with open(config, "w") as file:
        file.write(tree())
    with open(alerts, "w") as file:
        json.dump([alert(i) for i in range(10_000)], file)
    print("10,000 alerts, 1,000 routes; whole process")
    explain = [firedrill, "routes", "explain", "--alertmanager", config, "--alerts", alerts]
    measure({"routes explain": explain, "routes explain, JSON": explain + ["--format", "json"]})
    labels = ["alertname=GPUHot", "severity=critical", "team=ml-platform"]
    print("one alert, 9 routes; whole process")
    measure(
        {
            "amtool config routes test": [
                "amtool", "config", "routes", "test", f"--config.file={small}", *labels],
            "firedrill amtool config routes test": [
                firedrill, "amtool", "config", "routes", "test", f"--config.file={small}", *labels],
            "firedrill routes explain": [
                firedrill, "routes", "explain", "--alertmanager", small, *labels],
        }
    )
    labels = ["alertname=Alert7X", "severity=s3", "team=team77"]
    print("one alert, 1,000 routes; whole process")
    measure(
        {
            "amtool config routes test": [
                "amtool", "config", "routes", "test", f"--config.file={config}", *labels],
            "firedrill routes explain": [
                firedrill, "routes", "explain", "--alertmanager", config, *labels],
        }
    )
PYTHON
