#!/bin/sh
# How long unit tests of rules take, whole process, side by side with promtool.
#
#   benchmarks/rules-test.sh [RUNS]
#
# Runs the installed bin/firedrill of this checkout (mvn package first) and promtool in turn on
# generated files and prints the best times and their ratio. Needs promtool on the PATH and python3.
#   day    100 tests of one day at 1 m, each with 3 series and 3 rules
#   many   100 tests of one alert over 30 minutes, with a file of 1,000 rules
#   small  one test of one alert
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-3}
exec python3 - "${FIREDRILL:-$root/cli/target/firedrill/bin/firedrill}" "$runs" << 'PYTHON'
import os
import subprocess
import sys
import tempfile
import time

firedrill, runs = sys.argv[1], int(sys.argv[2])
folder = tempfile.mkdtemp(prefix="firedrill-benchmark-")


def write(name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def day():
    write("day-rules.yml", """groups:
- name: g
  rules:
  - record: job:errors:rate5m
    expr: sum by (job) (rate(errors_total[5m]))
  - alert: ErrorsHigh
    expr: job:errors:rate5m > 0.5
    for: 10m
    labels: {severity: critical}
    annotations: {summary: '{{ $labels.job }} fails {{ $value }} times a second'}
  - alert: InstanceDown
    expr: up == 0
    for: 5m
    labels: {severity: warning}
""")
    tests = ["rule_files: [day-rules.yml]", "evaluation_interval: 1m", "tests:"]
    for test in range(100):
        tests.append(f"""- name: day {test}
  interval: 1m
  input_series:
  - {{series: 'errors_total{{job="a",instance="i{test}"}}', values: '0+{test % 7 + 40}x1440'}}
  - {{series: 'errors_total{{job="b",instance="i{test}"}}', values: '0+1x1440'}}
  - {{series: 'up{{job="a",instance="i{test}"}}', values: '1x1400 0x40'}}
  alert_rule_test:
  - eval_time: 1d
    alertname: InstanceDown
    exp_alerts:
    - exp_labels: {{severity: warning, job: a, instance: i{test}}}
  promql_expr_test:
  - expr: count(job:errors:rate5m)
    eval_time: 1d
    exp_samples: [{{value: 2}}]
""")
    write("day.yml", "\n".join(tests))


def many():
    rules = ["groups:"]
    for group in range(50):
        rules.append(f"- name: g{group}\n  rules:")
        for rule in range(20):
            number = group * 20 + rule
            rules.append(f"""  - alert: Alert{number}
    expr: sum by (job) (rate(metric_{number}_total{{code=~"5.."}}[5m])) > 0.1
    for: 5m
    labels: {{severity: critical}}
    annotations: {{summary: '{{{{ $labels.job }}}} has {{{{ $value }}}}'}}""")
    write("many-rules.yml", "\n".join(rules) + "\n")
    tests = ["rule_files: [many-rules.yml]", "evaluation_interval: 1m", "tests:"]
    for test in range(100):
        number = test * 10
        tests.append(f"""- interval: 1m
  input_series:
  - {{series: 'metric_{number}_total{{job="a",code="500"}}', values: '0+60x40'}}
  alert_rule_test:
  - eval_time: 30m
    alertname: Alert{number}
    exp_alerts:
    - exp_labels: {{severity: critical, job: a}}
      exp_annotations: {{summary: 'a has 1'}}""")
    write("many.yml", "\n".join(tests) + "\n")


def small():
    write("small-rules.yml", """groups:
- name: g
  rules:
  - alert: InstanceDown
    expr: up == 0
    for: 5m
""")
    write("small.yml", """rule_files: [small-rules.yml]
tests:
- interval: 1m
  input_series:
  - {series: 'up{job="a"}', values: '0x20'}
  alert_rule_test:
  - {eval_time: 10m, alertname: InstanceDown, exp_alerts: [{exp_labels: {job: a}}]}
""")


def best(command, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True)
        taken.append(time.perf_counter() - start)
        if done.returncode != 0:
            sys.exit(f"{command}: {done.stdout.decode()}{done.stderr.decode()}")
    return min(taken)


day()
many()
small()
print(f"{'':8} {'promtool':>10} {'firedrill':>10} {'faster':>9}")
for name in ("small", "day", "many"):
    ours = best([firedrill, "rules", "test", name + ".yml"], runs)
    theirs = best(["promtool", "test", "rules", name + ".yml"], runs if name == "small" else 1)
    print(f"{name:8} {theirs:8.2f} s {ours:8.2f} s {theirs / ours:8.1f}x", flush=True)
PYTHON
