#!/bin/sh
# How long rules take over recorded series in a Prometheus data folder, whole process, side by side
# with the query_range calls that Prometheus and VictoriaMetrics need for the same expressions.
#
#   benchmarks/replay.sh [week|month|decode] [RUNS]
#
# Runs the installed bin/firedrill of this checkout (mvn package first), or that of $FIREDRILL. Makes
# the data once, in $FIREDRILL_BENCHMARK_DATA or a folder of the system's temporary files. Needs
# promtool and prometheus on the PATH, python3 and a JDK 25; victoria-metrics where it is on the PATH
# or named by $VICTORIA_METRICS. Servers listen on 127.0.0.1 alone and are stopped at the end.
#   week    200 series x 7 days at 15 s, 8.1 million samples: all three in turn
#   month   1,000 series x 30 days, 173 million samples: Firedrill alone
#   decode  by JMH: chunks of the week decoded, beside a scan of the decoded times and values
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
part=${1:-week}
runs=${2:-3}
data=${FIREDRILL_BENCHMARK_DATA:-${TMPDIR:-/tmp}/firedrill-benchmark-replay}
mkdir -p "$data"
java=
for found in "${JAVA_HOME:-}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
  if "$found" --version 2> /dev/null | grep -Eq '^(openjdk|java) (2[5-9]|[3-9])'; then
    java=$found
    break
  fi
done
if [ "$part" = decode ]; then
  cd "$root"
  rm -rf benchmarks/target/classes benchmarks/target/maven-status
  mvn -q -B -Dquick -Pjmh -pl benchmarks -am compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
fi
exec python3 - "$root" "$java" "$part" "$runs" "$data" << 'PYTHON'
import glob
import json
import math
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request

root, java, part, runs, data = sys.argv[1:]
runs = int(runs)
firedrill = os.environ.get("FIREDRILL", f"{root}/cli/target/firedrill/bin/firedrill")
victoria = os.environ.get("VICTORIA_METRICS", shutil.which("victoria-metrics"))
rules = f"{root}/benchmarks/rules-replay.yml"
day = 86400
start = 1794391200


def openmetrics(path, each, days, scale):
    """Writes as many counters as gauges; times are seconds, or milliseconds by a scale of 1000."""
    random.seed(7)
    with open(path, "w") as out:
        out.write("# TYPE requests counter\n")
        for series in range(each):
            job = "api" if series % 2 else "web"
            code = [200, 500, 404, 503][series % 4]
            name = f'requests_total{{job="{job}",instance="i{series // 4:02d}",code="{code}"}} '
            value = 0
            for i in range(days * day // 15):
                value = 0 if i == 20000 + series * 10 else value + random.randrange(0, 50)
                out.write(f"{name}{value} {(start + 15 * i) * scale}\n")
        out.write("# TYPE load gauge\n")
        for series in range(each):
            name = f'load{{instance="i{series // 4:02d}",cpu="{series % 4}"}} '
            for i in range(days * day // 15):
                value = 0.5 + 0.4 * math.sin(i / 500 + series) + random.random() * 0.1
                out.write(f"{name}{value:.4f} {(start + 15 * i) * scale}\n")
        if scale == 1:
            out.write("# EOF\n")


def blocks(name, each, days):
    """Data of some days, made by promtool from OpenMetrics text unless they are there."""
    folder = f"{data}/{name}"
    if not os.path.exists(folder):
        text = f"{data}/{name}.om"
        print(f"making {folder}", file=sys.stderr)
        openmetrics(text, each, days, 1)
        command = ["promtool", "tsdb", "create-blocks-from", "openmetrics", text, folder + ".new"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        os.rename(folder + ".new", folder)
        os.remove(text)
    return folder


def measured(command, output):
    """Wall time, processor time and the most memory that a process takes."""
    begin = time.perf_counter()
    with open(output, "wb") as out:
        child = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]}: exit status {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def replay(folder):
    command = [firedrill, "rules", "replay", rules, "--data", folder]
    return measured(command, f"{data}/replay.txt")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, command, port, ready):
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            try:
                urllib.request.urlopen(self.url + ready).read()
                return
            except OSError:
                time.sleep(0.2)
        self.stop()
        sys.exit(f"{command[0]} does not answer")

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def processor(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def query(self, expressions, first, last):
        begin, used = time.perf_counter(), self.processor()
        for expression in expressions:
            values = {"query": expression, "start": first, "end": last, "step": 60, "nocache": 1}
            body = urllib.parse.urlencode(values).encode()
            answer = urllib.request.urlopen(self.url + "/api/v1/query_range", body).read()
            if not answer.startswith(b'{"status":"success"'):
                sys.exit(f"{expression}: {answer[:200]}")
        return time.perf_counter() - begin, self.processor() - used, self.memory()


def prometheus(folder):
    copy = f"{data}/prometheus"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    open(f"{data}/prometheus.yml", "w").write("global: {}\n")
    port = free_port()
    command = ["prometheus", f"--config.file={data}/prometheus.yml", f"--storage.tsdb.path={copy}"]
    command += ["--storage.tsdb.retention.time=100y", f"--web.listen-address=127.0.0.1:{port}"]
    return Server(command, port, "/-/ready")


def victoria_metrics():
    store = f"{data}/victoria"
    text = f"{data}/victoria.prom"
    fresh = not os.path.exists(store)
    port = free_port()
    command = [victoria, f"-storageDataPath={store}", f"-httpListenAddr=127.0.0.1:{port}"]
    command += ["-retentionPeriod=100y", "-search.disableCache"]
    server = Server(command, port, "/health")
    if fresh:
        openmetrics(text, 100, 7, 1000)
        with open(text, "rb") as lines:
            request = urllib.request.Request(server.url + "/api/v1/import/prometheus", lines)
            request.add_header("Content-Length", str(os.path.getsize(text)))
            urllib.request.urlopen(request).read()
        os.remove(text)
        urllib.request.urlopen(server.url + "/internal/force_flush").read()
        server.stop()
        server = Server(command, port, "/health")
    return server


def week():
    folder = blocks("week", 100, 7)
    expressions = re.findall(r"expr: (.*)", open(rules).read())
    first, last = start, start + 7 * day - 15
    servers = {"prometheus": prometheus(folder)}
    if victoria:
        servers["victoria-metrics"] = victoria_metrics()
    names = ["firedrill", *servers]
    results = {name: [] for name in names}
    try:
        for run in range(runs + 1):
            for name in names:
                taken = (
                    replay(folder)
                    if name == "firedrill"
                    else servers[name].query(expressions, first, last)
                )
                if run > 0:  # the first run warms the page cache
                    results[name].append(taken)
    finally:
        for server in servers.values():
            server.stop()
    base = statistics.median(taken[0] for taken in results["firedrill"])
    print(f"200 series x 7 days at 15 s, six rules at 1 m: {runs} runs in turn, medians")
    print(f"{'':20} {'wall':>8} {'ratio':>7} {'processor':>10} {'memory':>9}")
    for name, taken in results.items():
        wall, processor, memory = (statistics.median(column) for column in zip(*taken))
        print(
            f"{name:20} {wall:6.2f} s {wall / base:6.1f}x {processor:8.2f} s {memory:6.0f} MB")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def month():
    folder = f"{data}/month"
    if not os.path.exists(folder):
        source = f"{root}/benchmarks/RepeatBlocks.java"
        command = [java, source, blocks("day", 500, 1), folder + ".new", "30"]
        subprocess.run(command, check=True)
        os.rename(folder + ".new", folder)
    wall, processor, memory = replay(folder)
    print("1,000 series x 30 days at 15 s, six rules at 1 m")
    print(f"firedrill {wall:6.1f} s, processor {processor:6.1f} s, memory {memory:6.0f} MB")


def decode():
    chunks = sorted(glob.glob(f"{blocks('week', 100, 7)}/*/chunks/000001"))[0]
    classpath = "benchmarks/target/classes:" + open("benchmarks/target/classpath").read().strip()
    report = f"{data}/decode.json"
    command = [java, "-cp", classpath, "org.openjdk.jmh.Main", "ChunkBenchmark", "-p"]
    command += [f"file={chunks}", "-rf", "json", "-rff", report]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit("JMH failed")
    samples = int(re.search(r"(\d+) samples", done.stdout)[1])
    best = {}
    for row in json.load(open(report)):
        least = min(time for fork in row["primaryMetric"]["rawData"] for time in fork)
        best[row["params"]["half"], row["benchmark"].rsplit(".", 1)[1]] = least * 1000 / samples
    for half, metric in [("first", "gauge of fractions"), ("second", "counter")]:
        decoded, scanned = best[half, "decode"], best[half, "scan"]
        print(
            f"{metric:20} decoded {decoded:5.2f} ns a sample, scanned {scanned:5.2f} ns,"
            f" {decoded / scanned:4.1f}x")


{"week": week, "month": month, "decode": decode}[part]()
PYTHON
