#!/bin/sh
# What it costs to have a Prometheus evaluate rules, beside fetching their samples.
#
#   benchmarks/remote.sh BLOCKS RULES START END
#
# BLOCKS is a folder of TSDB blocks, START and END are epoch seconds. Starts the installed
# prometheus over a copy of the blocks, asks for each rule's expression by query_range at steps of a
# minute (processor time of the server, size of the answer), then replays the rules with both
# engines of the installed bin/firedrill of this checkout (mvn package first; FIREDRILL names
# another). Needs prometheus and python3 with PyYAML.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
exec python3 - "${FIREDRILL:-$root/cli/target/firedrill/bin/firedrill}" "$@" << 'PYTHON'
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import yaml

firedrill, blocks, rules, start, end = sys.argv[1:6]
STEPS = 4096
work = tempfile.mkdtemp()
shutil.copytree(blocks, f"{work}/data")
with open(f"{work}/prometheus.yml", "w") as config:
    config.write("global: {evaluation_interval: 1m}\n")
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
url = f"http://127.0.0.1:{port}"
server = subprocess.Popen(
    ["prometheus", f"--config.file={work}/prometheus.yml", f"--storage.tsdb.path={work}/data",
     "--storage.tsdb.retention.time=3650d", f"--web.listen-address=127.0.0.1:{port}"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ready():
    try:
        return urllib.request.urlopen(f"{url}/-/ready").status == 200
    except OSError:
        return False


def server_seconds():
    fields = open(f"/proc/{server.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def asked(expr):
    size = 0
    first = int(start)
    while first <= int(end):
        last = min(int(end), first + (STEPS - 1) * 60)
        query = urllib.parse.urlencode({"query": expr, "start": first, "end": last, "step": 60})
        size += len(urllib.request.urlopen(f"{url}/api/v1/query_range?{query}").read())
        first = last + 60
    return size


def replay(engine):
    return ["rules", "replay", rules, "--data", url, "--start", start, "--end", end,
            "--engine", engine, "--answers", f"{work}/answers", "--quiet"]


try:
    while not ready():
        time.sleep(0.1)
    print(f"{'':60} {'server':>10} {'answer':>12}")
    for group in yaml.safe_load(open(rules))["groups"]:
        for rule in group["rules"]:
            before = server_seconds()
            size = asked(rule["expr"])
            cost = server_seconds() - before
            print(f"{' '.join(rule['expr'].split())[:60]:60} {cost:8.2f} s {size / 1e6:9.2f} MB")
    for engine in ("local", "remote"):
        before = server_seconds()
        own = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        subprocess.run([firedrill, *replay(engine)], check=True, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        here = after.ru_utime + after.ru_stime - own.ru_utime - own.ru_stime
        print(f"--engine {engine}: {wall:.2f} s; processor time: server {server_seconds() - before:.2f} s,"
              f" here {here:.2f} s; most memory here so far {after.ru_maxrss / 1024:.0f} MB")
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(work)
PYTHON
