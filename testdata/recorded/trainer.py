#!/usr/bin/env python3
"""A small training job that tells a Pushgateway how it is doing.

It fits a linear model by gradient descent on generated data, for real but at a
leisurely pace, and pushes its status, progress, loss, speed and memory every
five seconds. It ends with status 0 when it is through and 1 when the loss
diverges, and is killed when its memory passes the limit.
"""

import argparse
import os
import random
import signal
import sys
import time
import urllib.request

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.1)


class Job:
    def __init__(self, options):
        self.options = options
        self.status = "running"
        self.step = 0
        self.loss = float("nan")
        self.started = time.time()
        self.durations = [0] * (len(BUCKETS) + 1)
        self.duration_sum = 0.0

    def memory(self):
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def observe(self, seconds):
        self.duration_sum += seconds
        self.durations[sum(seconds > bound for bound in BUCKETS)] += 1

    def exposition(self):
        name = f'job_name="{self.options.name}"'
        yield "# TYPE training_job_status gauge"
        for status in ("running", "completed", "failed"):
            yield f'training_job_status{{{name},status="{status}"}} {int(status == self.status)}'
        for metric, kind, value in (
            ("training_job_start_time_seconds", "gauge", repr(self.started)),
            ("training_job_restarts_total", "counter", self.options.restarts),
            ("training_progress_percent", "gauge", 100 * self.step / self.options.steps),
            ("training_loss", "gauge", repr(self.loss)),
            ("training_samples_total", "counter", self.step * self.options.batch),
            ("training_memory_used_bytes", "gauge", self.memory()),
            ("training_memory_limit_bytes", "gauge", self.options.memory_limit),
        ):
            yield f"# TYPE {metric} {kind}"
            yield f"{metric}{{{name}}} {value}"
        yield "# TYPE training_step_duration_seconds histogram"
        count = 0
        for bound, n in zip((*BUCKETS, "+Inf"), self.durations):
            count += n
            yield f'training_step_duration_seconds_bucket{{{name},le="{bound}"}} {count}'
        yield f"training_step_duration_seconds_sum{{{name}}} {self.duration_sum!r}"
        yield f"training_step_duration_seconds_count{{{name}}} {count}"

    def push(self):
        url = f"{self.options.gateway}/metrics/job/training/job_id/{self.options.id}"
        body = "".join(line + "\n" for line in self.exposition()).encode()
        urllib.request.urlopen(urllib.request.Request(url, body, method="PUT"), timeout=5)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gateway", required=True)
    parser.add_argument("--id", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--restarts", type=int, default=0)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--rate-growth", type=float, default=1.0)
    parser.add_argument("--leak", type=int, default=0, help="bytes kept at every step")
    parser.add_argument("--memory-limit", type=int, default=48 << 20)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between steps")
    options = parser.parse_args()

    job = Job(options)
    dice = random.Random(options.id)
    truth = [dice.gauss(0, 1) for _ in range(8)]
    weights = [0.0] * len(truth)
    rate = options.rate
    kept = []
    pushed = 0.0
    while job.step < options.steps:
        begin = time.monotonic()
        gradient = [0.0] * len(truth)
        squares = 0.0
        for _ in range(options.batch):
            x = [dice.gauss(0, 1) for _ in truth]
            error = sum((w - t) * v for w, t, v in zip(weights, truth, x)) + dice.gauss(0, 0.1)
            squares += error * error
            gradient = [g + 2 * error * v / options.batch for g, v in zip(gradient, x)]
        weights = [w - rate * g for w, g in zip(weights, gradient)]
        rate *= options.rate_growth
        kept.append(b"\x01" * options.leak)
        job.loss = squares / options.batch
        job.step += 1
        job.observe(time.monotonic() - begin)
        if job.memory() > options.memory_limit:
            os.kill(os.getpid(), signal.SIGKILL)  # as the kernel would
        if job.loss > 1e9:
            job.status = "failed"
            break
        if time.monotonic() - pushed >= 5:
            job.push()
            pushed = time.monotonic()
        time.sleep(options.pause)
    if job.status == "running":
        job.status = "completed"
    job.push()
    sys.exit(job.status == "failed")


if __name__ == "__main__":
    main()
