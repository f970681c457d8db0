#!/bin/sh
# What the PromQL engine takes for a sample that it reads.
#
#   benchmarks/engine.sh [five|window|steps|series|memory|all]
#
# Builds what it needs with Maven and asks range queries over a week of samples at 15 s, a step each
# minute unless it says otherwise. Needs python3 and a JDK 25: that of JAVA_HOME, one on the PATH or
# in /usr/lib/jvm.
#   five     rate, sum by, histogram_quantile, avg_over_time[1h], max_over_time[1d] over 200 series,
#            measured by JMH; prints the best of 20 runs
#   window   windows of 5m, 1h, 6h, 1d over 5 series; from here on processor time, the best
#   steps    a step each 15 s, 1 m, 5 m over 20 series
#   series   10, 50, 200 series
#   memory   bytes that a sample takes in memory, over 200 series
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
# Compiled again: a build without the profile leaves out what JMH makes of the benchmarks.
rm -rf benchmarks/target/classes benchmarks/target/maven-status
mvn -q -B -Dquick -Pjmh -pl benchmarks -am compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
for java in "${JAVA_HOME:-}/bin/java" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
  "$java" --version 2> /dev/null | grep -Eq '^(openjdk|java) (2[5-9]|[3-9])' && break
done
exec python3 - "$java" "${1:-all}" << 'PYTHON'
import json
import subprocess
import sys
import tempfile

java, part = sys.argv[1:]
classpath = "benchmarks/target/classes:" + open("benchmarks/target/classpath").read().strip()
samples = 7 * 24 * 60 * 4 + 1
five = [
    "requests_total rate(requests_total[5m])",
    "load sum by (job) (load)",
    "latency_bucket histogram_quantile(0.9, rate(latency_bucket[5m]))",
    "load avg_over_time(load[1h])",
    "load max_over_time(load[1d])",
]
windows = [
    f"{metric} {function}({metric}[{window}])"
    for metric, function in [
        ("requests_total", "rate"),
        ("requests_total", "changes"),
        ("load", "max_over_time"),
        ("queue", "sum_over_time"),
        ("queue", "avg_over_time"),
        ("load", "avg_over_time"),
    ]
    for window in ["5m", "1h", "6h", "1d"]
]
windows += [f"load quantile_over_time(0.9, load[{window}])" for window in ["5m", "1h", "1d"]]


def run(*arguments):
    command = [java, "-Xmx1500m", "-XX:+UseSerialGC", "-cp", classpath, *arguments]
    if subprocess.run(command).returncode:
        sys.exit(1)


def jmh():
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [java, "--sun-misc-unsafe-memory-access=allow", "-cp", classpath]
        command += ["org.openjdk.jmh.Main", "-rf", "json", "-rff", report.name]
        if subprocess.run(command, stdout=subprocess.DEVNULL).returncode:
            sys.exit("JMH failed")
        for row in json.load(open(report.name)):
            best = min(time for fork in row["primaryMetric"]["rawData"] for time in fork)
            count = int(row["params"]["series"])
            expr = row["params"]["query"].split(" ", 1)[1]
            print(
                f"{expr:50} {count:4} series, a step each {row['params']['step']:>3} s:"
                f" {best:8.1f} ms, {best * 1e6 / samples / count:7.1f} ns a sample")


if part in ("five", "all"):
    jmh()
if part in ("window", "all"):
    run("dev.firedrill.benchmark.ProcessorTime", "5", "60", *windows)
if part in ("steps", "all"):
    for step in ["15", "60", "300"]:
        run("dev.firedrill.benchmark.ProcessorTime", "20", step, *five)
if part in ("series", "all"):
    for series in ["10", "50", "200"]:
        run("dev.firedrill.benchmark.ProcessorTime", series, "60", *five)
if part in ("memory", "all"):
    run("dev.firedrill.benchmark.MemoryOfSamples")
PYTHON
