#!/usr/bin/env python3
"""Writes scheduler.om: 140 invented minutes of a training scheduler.

    python3 make_scheduler.py > scheduler.om

The output is the same at every run. Minutes after 2026-11-20T08:00:00Z, with
the alert rules of this stack:

    WorkerDisconnected    nearly    w2 leaves for 3 minutes at +10
                          fires     w2 leaves for 12 minutes at +30
                          nearly    w1 and w2 leave for 3 minutes at +60
                          fires     w3 leaves for 18 minutes at +100
    WorkerError           nearly    w1 in error for 90 seconds at +20
                          fires     w1 in error for 8 minutes at +45
    NoActiveWorkers       nearly    east is empty for 3 minutes at +60
                          fires     west is empty for 18 minutes at +100
    HighTaskFailureRate   nearly    west: a bad batch at +50, diluted from +53
                          fires     east: three of five tasks fail from +68 to +86
    TaskStuck             fires     t-1041 started at +5, hangs at 60%, killed at +87
                          nearly    t-1042 started at +20, 95% reached at +83
    GPUMemorySaturation   nearly    w1 GPU 1 full for 3 minutes at +25
                          fires     w1 GPU 0 full from +76 to +90, below for a
                                    minute at +84

The scheduler of east is down from +94 to +97: a gap in its series, and its
counters start again from zero. Worker w1's second GPU disappears at +110, and
w2 joins only at +2. Every target is scraped each 15 seconds at an offset of its own.
"""

import sys

START = 1795161600  # 2026-11-20T08:00:00Z
STEP = 15
MINUTES = 140
GIB = 1 << 30

EAST = {"cluster": "east", "instance": "scheduler-east:8000", "job": "scheduler"}
WEST = {"cluster": "west", "instance": "scheduler-west:8000", "job": "scheduler"}
OFFSETS = {"scheduler-east:8000": 4, "scheduler-west:8000": 9, "w1:9400": 2, "w3:9400": 11}


def within(minute, *spans):
    return any(start <= minute < end for start, end in spans)


class Recording:
    """Series by metric family, in the order in which they were first seen."""

    def __init__(self):
        self.families = {}

    def family(self, name, kind, text):
        self.families[name] = (kind, text, {})

    def add(self, name, labels, minute, value):
        family = name[: -len("_total")] if name.endswith("_total") else name
        pairs = ",".join(f'{key}="{labels[key]}"' for key in sorted(labels))
        timestamp = START + round(minute * 60) + OFFSETS[labels["instance"]]
        series = self.families[family][2].setdefault(f"{name}{{{pairs}}}", [])
        series.append((timestamp, value))

    def write(self, out):
        for name, (kind, text, series) in self.families.items():
            out.write(f"# HELP {name} {text}\n# TYPE {name} {kind}\n")
            for key, samples in series.items():
                for timestamp, value in samples:
                    out.write(f"{key} {value:.12g} {timestamp}\n")
        out.write("# EOF\n")


def connected(worker, minute):
    away = {
        "w1": [(60, 63)],
        "w2": [(10, 13), (30, 42), (60, 63)],
        "w3": [(100, 118)],
    }
    return not within(minute, *away[worker])


def workers(recording, cluster, names, minute):
    active = 0
    for worker in names:
        if worker == "w2" and minute < 2:
            continue
        labels = dict(cluster, worker=worker)
        is_connected = connected(worker, minute)
        error = worker == "w1" and within(minute, (20, 21.5), (45, 53))
        recording.add("training_worker_connected", labels, minute, int(is_connected))
        recording.add("training_worker_state", dict(labels, state="error"), minute, int(error))
        recording.add("training_worker_state", dict(labels, state="ready"), minute, int(not error))
        active += is_connected and not error
    recording.add("training_scheduler_active_workers", cluster, minute, active)


def finished(cluster, minute, step):
    """How many tasks have succeeded and failed since the step before."""
    if cluster is EAST:
        if within(minute, (68, 86)):
            return (2, 3) if step % 2 == 0 else (0, 0)
        return (2, 1 if step % 36 == 0 else 0) if step % 2 == 0 else (0, 0)
    if within(minute, (50, 50.5)):
        return 0, 15
    return (5 if within(minute, (53, 60)) else 1), 0


def tasks(recording, minute):
    def task(task_id, worker, begin, end, progress):
        if begin <= minute < end:
            labels = dict(EAST, task_id=task_id, worker=worker)
            started = START + begin * 60
            recording.add("training_task_start_time_seconds", labels, minute, started)
            recording.add("training_task_progress_ratio", labels, minute, round(progress, 3))

    task("t-1041", "w1", 5, 87, min(0.60, (minute - 5) * 0.02))
    task("t-1042", "w2", 20, 88, min(1.0, (minute - 20) * 0.0151))
    task("t-1043", "w1", 100, 131, min(1.0, (minute - 100) / 30))


def gpus(recording, minute, step):
    def gpu(worker, cluster, number, used):
        labels = {"cluster": cluster, "gpu": number, "instance": f"{worker}:9400"}
        labels.update(job="worker", worker=worker)
        recording.add("training_gpu_memory_used_bytes", labels, minute, used)
        recording.add("training_gpu_memory_total_bytes", labels, minute, 40 * GIB)

    ripple = (step * 7 % 11) * (GIB // 16)
    full = within(minute, (76, 84), (85, 90))
    gpu("w1", "east", "0", (37 if full else 24) * GIB + ripple)
    if minute < 110:
        gpu("w1", "east", "1", (38 if within(minute, (25, 28)) else 30) * GIB + ripple)


def main():
    recording = Recording()
    recording.family("training_worker_connected", "gauge", "Whether the worker has a connection to the scheduler.")
    recording.family("training_worker_state", "gauge", "One for the state that the worker is in, zero for the others.")
    recording.family("training_scheduler_active_workers", "gauge", "Workers that can be given a task.")
    recording.family("training_tasks_finished", "counter", "Tasks that came to an end.")
    recording.family("training_task_start_time_seconds", "gauge", "When the running task was started.")
    recording.family("training_task_progress_ratio", "gauge", "Share of the running task's work that is done.")
    recording.family("training_gpu_memory_used_bytes", "gauge", "GPU memory in use.")
    recording.family("training_gpu_memory_total_bytes", "gauge", "GPU memory there is.")

    totals = {"east": [5210, 96], "west": [1840, 11]}
    for step in range(MINUTES * 60 // STEP):
        minute = step * STEP / 60
        for cluster, names in ((EAST, ["w1", "w2"]), (WEST, ["w3"])):
            total = totals[cluster["cluster"]]
            if cluster is EAST and within(minute, (94, 97)):
                total[:] = [0, 0]
                continue
            workers(recording, cluster, names, minute)
            for i, count in enumerate(finished(cluster, minute, step)):
                total[i] += count
                status = ("succeeded", "failed")[i]
                recording.add("training_tasks_finished_total", dict(cluster, status=status), minute, total[i])
        if not within(minute, (94, 97)):
            tasks(recording, minute)
        gpus(recording, minute, step)
    recording.write(sys.stdout)


if __name__ == "__main__":
    main()
