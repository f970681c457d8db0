#!/bin/bash
# Records a real run: Prometheus scrapes a Pushgateway and a node_exporter every
# five seconds for nine and a half minutes while four training jobs live and die.
#
#   record.sh [OUTPUT]
#
# Leaves in OUTPUT (default: a new temporary folder) the TSDB block that the
# server wrote, the same samples as OpenMetrics, and events.txt. Needs
# prometheus, prometheus-pushgateway, prometheus-node-exporter, curl, python3.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
output=$(realpath -m "${1:-$(mktemp -d)}")
work=$(mktemp -d)
prometheus=127.0.0.1:${PROMETHEUS_PORT:-9390}
gateway=127.0.0.1:${GATEWAY_PORT:-9391}
node=127.0.0.1:${NODE_PORT:-9100}
mkdir -p "$output"
: >"$output/events.txt"

pids=()
cleanup() {
  for pid in "${pids[@]}"; do
    kill -CONT "$pid" 2>/dev/null || true
    kill "$pid" 2>/dev/null || true
  done
  wait
  rm -rf "$work"
}
trap cleanup EXIT

event() {
  printf '%s +%4ds  %s\n' "$(date -u +%H:%M:%S)" "$((SECONDS - began))" "$*" | tee -a "$output/events.txt"
}

until_second() {
  local left=$(($1 - (SECONDS - began)))
  if [ "$left" -gt 0 ]; then sleep "$left"; fi
}

start_node_exporter() {
  prometheus-node-exporter --web.listen-address="$node" --web.disable-exporter-metrics \
    --collector.disable-defaults --collector.cpu --no-collector.cpu.guest \
    --collector.loadavg --collector.meminfo --collector.stat --collector.vmstat \
    --collector.vmstat.fields='^(oom_kill|pgmajfault)$' 2>>"$work/log" &
  node_pid=$!
  pids+=("$node_pid")
}

# A job and its supervisor, which starts it again when it was killed.
job() {
  local id=$1 name=$2 restarts=0 trainer status
  shift 2
  # The main shell asks the supervisor to stop with TERM; its trainer must go too.
  trap 'kill -CONT "$trainer"; kill "$trainer"; exit' TERM
  while :; do
    python3 "$here/trainer.py" --gateway "http://$gateway" --id "$id" --name "$name" \
      --restarts "$restarts" "$@" &
    trainer=$!
    echo "$trainer" >"$work/$id.pid"
    status=0
    wait "$trainer" || status=$?
    case $status in
      0) event "$id completed" ;;
      137) event "$id killed, out of memory" ;;
      *) event "$id failed" ;;
    esac
    if [ "$status" -ne 137 ]; then break; fi
    sleep 10
    restarts=$((restarts + 1))
    event "$id restarted"
  done
}

forget() {
  curl -fsS -X DELETE "http://$gateway/metrics/job/training/job_id/$1"
  event "$1 deleted from the gateway"
}

cat >"$work/prometheus.yml" <<END
global:
  scrape_interval: 5s
  evaluation_interval: 5s
rule_files: [$here/rules.yml]
scrape_configs:
- job_name: pushgateway
  honor_labels: true
  static_configs: [{targets: ['$gateway']}]
  metric_relabel_configs:
  - {source_labels: [__name__], regex: (go|process|promhttp|pushgateway)_.+, action: drop}
- job_name: node
  static_configs: [{targets: ['$node']}]
  metric_relabel_configs:
  - source_labels: [__name__]
    regex: node_(cpu_seconds_total|load1|load5|memory_(MemAvailable|MemTotal|Cached)_bytes|context_switches_total|procs_running|vmstat_.+|boot_time_seconds)
    action: keep
END

start_node_exporter
prometheus-pushgateway --web.listen-address="$gateway" --persistence.file= 2>>"$work/log" &
pids+=($!)
sleep 1
began=$SECONDS
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
  --web.listen-address="$prometheus" --web.enable-admin-api 2>>"$work/log" &
server=$!
pids+=("$server")
event "recording starts"

until_second 10
job j-101 ranking-baseline --steps 4000 --rate 0.001 &
pids+=($!)
event "j-101 started"
until_second 20
job j-103 graph-embeddings --steps 1500 --leak 100000 &
pids+=($!)
event "j-103 started"
until_second 30
job j-102 text-finetune --steps 1200 --rate 0.7 --rate-growth 1.001 &
pids+=($!)
event "j-102 started"
until_second 45
job j-104 tabular-small --steps 400 --rate 0.01 &
pids+=($!)
event "j-104 started"

until_second 300
forget j-104
until_second 330
kill "$node_pid"
event "node_exporter stopped"
until_second 375
start_node_exporter
event "node_exporter started"
until_second 420
forget j-102
until_second 425
kill -STOP "$(cat "$work/j-101.pid")"
event "j-101 suspended"
until_second 530
kill -CONT "$(cat "$work/j-101.pid")"
event "j-101 resumed"
until_second 570
event "recording ends"

snapshot=$(curl -fsS -X POST "http://$prometheus/api/v1/admin/tsdb/snapshot" |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["data"]["name"])')
rm -rf "$output/training-run"
cp -r "$work/data/snapshots/$snapshot" "$output/training-run"
kill "$server"
wait "$server" || true

# A server on a copy of the block, to read from it just what was written.
cp -r "$output/training-run" "$work/copy"
echo '{}' >"$work/empty.yml"
prometheus --config.file="$work/empty.yml" --storage.tsdb.path="$work/copy" \
  --storage.tsdb.retention.time=10y --web.listen-address="$prometheus" 2>>"$work/log" &
pids+=($!)
for _ in $(seq 50); do
  if curl -fsS "http://$prometheus/-/ready" >/dev/null 2>&1; then break; fi
  sleep 0.2
done
python3 "$here/to_openmetrics.py" "http://$prometheus" "$output"/training-run/*/meta.json \
  >"$output/training-run.om"
gzip -9nf "$output/training-run.om"
ls -l "$output"
