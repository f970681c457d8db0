#!/bin/sh
# Makes the small data folder beside this script with Debian's prometheus and promtool: one block,
# and a write-ahead log of a few scrapes of a target that goes away.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill $target $server 2> /dev/null; rm -rf "$work"' EXIT

python3 - > "$work/block.om" << 'END'
print("# TYPE queue_depth gauge")
for i in range(40):
    print(f'queue_depth{{queue="eval"}} {i % 7} {1795000000 + 15 * i}')
    print(f'queue_depth{{queue="train"}} {0.1 * i} {1795000000.25 + 15 * i}')
print("# TYPE steps counter")
for i in range(40):
    print(f'steps_total{{job="train"}} {1000 * (i % 25)} {1795000000 + 15 * i}')
print("# EOF")
END
promtool tsdb create-blocks-from openmetrics "$work/block.om" "$work/data" > /dev/null

cat > "$work/target.py" << 'END'
import http.server

class Target(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(b'queue_depth{queue="eval"} 3\nsteps_total 17\n')

    def log_message(self, *args):
        pass

http.server.HTTPServer(("127.0.0.1", 29911), Target).serve_forever()
END
python3 "$work/target.py" &
target=$!
cat > "$work/prometheus.yml" << 'END'
global: {scrape_interval: 1s}
scrape_configs:
- job_name: train
  static_configs: [{targets: ['127.0.0.1:29911']}]
END
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
  --storage.tsdb.retention.time=100y --storage.tsdb.wal-compression \
  --web.listen-address=127.0.0.1:29912 > "$work/log" 2>&1 &
server=$!
sleep 6
kill "$target"
sleep 4
# While it runs: at its end the server would pad the log with zeros.
rm -rf "$here/data"
mkdir -p "$here/data/wal"
cp "$work"/data/wal/0* "$here/data/wal/"
cp -r "$work"/data/01* "$here/data/"
