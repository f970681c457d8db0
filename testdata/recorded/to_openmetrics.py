#!/usr/bin/env python3
"""Prints all samples of a Prometheus server over a block's time as OpenMetrics.

    to_openmetrics.py http://127.0.0.1:9090 path/to/meta.json

Values and timestamps are those of the server, digit by digit. Staleness markers
are not among them: the API does not show them and OpenMetrics has no word for them.
"""

import json
import sys
import urllib.parse
import urllib.request

COUNTERS = ("_total",)
HISTOGRAMS = ("training_step_duration_seconds",)
GAUGES = ("training_", "node_load", "node_memory_", "node_procs_", "node_boot_", "up", "scrape_", "push_", "ALERTS")


def get(server, path, **parameters):
    url = f"{server}/api/v1/{path}?{urllib.parse.urlencode(parameters)}"
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)["data"]


def family(name):
    for histogram in HISTOGRAMS:
        if name in (histogram + "_bucket", histogram + "_sum", histogram + "_count"):
            return histogram, "histogram"
    for suffix in COUNTERS:
        if name.endswith(suffix):
            return name[: -len(suffix)], "counter"
    return name, "gauge" if name.startswith(GAUGES) or ":" in name else "unknown"


def quote(value):
    return '"' + value.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"') + '"'


def order(labels):
    """Buckets by bound, then count, then sum: as OpenMetrics wants a histogram."""
    name = labels["__name__"]
    rank = name.endswith("_count") + 2 * name.endswith("_sum")
    return rank, float(labels.get("le", "inf"))


def main():
    server, meta = sys.argv[1:]
    with open(meta) as file:
        block = json.load(file)
    seconds = -(-(block["maxTime"] - block["minTime"]) // 1000) + 1
    end = block["maxTime"] / 1000

    families = {}
    for name in sorted(get(server, "label/__name__/values", start=end - seconds, end=end)):
        query = f'{{__name__="{name}"}}[{seconds}s]'
        for series in get(server, "query", query=query, time=end)["result"]:
            families.setdefault(family(name), []).append((series["metric"], series["values"]))

    for (name, kind), members in sorted(families.items()):
        print(f"# TYPE {name} {kind}")
        lines = []
        for labels, samples in members:
            pairs = ",".join(
                f"{key}={quote(value)}" for key, value in sorted(labels.items()) if key != "__name__"
            )
            metric = sorted(i for i in labels.items() if i[0] not in ("__name__", "le"))
            for time, value in samples:
                # One histogram's samples stand together, time by time.
                key = (metric, time, order(labels)) if kind == "histogram" else (metric, 0, (0, 0))
                lines.append((key, f"{labels['__name__']}{{{pairs}}} {value} {time:.3f}"))
        lines.sort(key=lambda line: line[0])
        for _, line in lines:
            print(line)
    print("# EOF")


if __name__ == "__main__":
    main()
