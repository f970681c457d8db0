#!/bin/sh
# What the PromQL engine takes for a sample that it reads, measured by JMH.
#
#   benchmarks/engine.sh [five|window|steps|series|memory|all] [RUNS]
#
# Builds what it needs with Maven and asks range queries over a week of samples at 15 s, 200 series,
# a step each minute unless it says otherwise. Prints the processor time of the best of RUNS runs
# (20) after a warm-up: on a machine with other work it is the one least disturbed. Needs python3 and
# a JDK 25: that of JAVA_HOME, the one on the PATH or one in /usr/lib/jvm.
#   five     rate, sum by, histogram_quantile, avg_over_time[1h], max_over_time[1d]
#   window   windows of 5m, 1h, 6h, 1d, over 50 series
#   steps    a step each 15 s, 1 m, 5 m
#   series   50, 200, 400 series
#   memory   bytes that a sample takes in memory, over 200 series
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
mvn -q -B -Dquick -Pjmh -pl benchmarks -am compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
for java in "${JAVA_HOME:-}/bin/java" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
  "$java" --version 2> /dev/null | grep -Eq '^(openjdk|java) (2[5-9]|[3-9])' && break
done
exec python3 - "$java" "${1:-all}" "${2:-20}" << 'PYTHON'
import json
import subprocess
import sys
import tempfile

java, part, runs = sys.argv[1:]
classpath = "benchmarks/target/classes:" + open("benchmarks/target/classpath").read().strip()
samples = 7 * 24 * 60 * 4 + 1
windows = [
    f"{metric} {function}({metric}[{window}])"
    for metric, function in [
        ("requests_total", "rate"),
        ("requests_total", "changes"),
        ("load", "max_over_time"),
        ("load", "count_over_time"),
        ("queue", "sum_over_time"),
        ("queue", "avg_over_time"),
        ("load", "avg_over_time"),
        ("load", "stddev_over_time"),
    ]
    for window in ["5m", "1h", "6h", "1d"]
]


def measure(queries=(), series="200", steps="60"):
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [java, "--sun-misc-unsafe-memory-access=allow", "-cp", classpath]
        command += ["org.openjdk.jmh.Main"]
        command += ["-wi", str(max(2, int(runs) // 2)), "-i", runs]
        command += ["-rf", "json", "-rff", report.name]
        command += ["-p", "series=" + series, "-p", "step=" + steps]
        if queries:
            command += ["-p", "query=" + ",".join(queries)]
        if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit("JMH failed")
        for row in json.load(open(report.name)):
            nanos = row["secondaryMetrics"]["nanos"]["rawData"]
            best = min(nano for fork in nanos for nano in fork)
            count = int(row["params"]["series"])
            expr = row["params"]["query"].split(" ", 1)[1]
            print(
                f"{expr:58} {count:4} series, a step each {row['params']['step']:>3} s:"
                f" {best / 1e6:8.1f} ms, {best / samples / count:7.1f} ns a sample",
                flush=True)


# Without queries those of EngineBenchmark are asked, which are the five.
if part in ("five", "all"):
    measure()
if part in ("window", "all"):
    measure(windows, series="50")
if part in ("steps", "all"):
    measure(steps="15,60,300")
if part in ("series", "all"):
    measure(series="50,200,400")
if part in ("memory", "all"):
    subprocess.run(
        [java, "-XX:+UseSerialGC", "-cp", classpath, "dev.firedrill.benchmark.MemoryOfSamples"],
        check=True)
PYTHON
