#!/bin/sh
# Runs Prometheus's own tools over every stack of this folder: promtool check
# rules, check config and test rules, amtool check-config and config routes test.
# Where an alertmanager is installed, one is started on the loopback interface to
# judge what amtool cannot: groups, inhibition and silences of the route tests.
# Ends with 1 at any mismatch.
#
#   verify.sh [-v] [STACK...]
#
# Needs promtool, amtool and a python3 with PyYAML (Debian: prometheus,
# prometheus-alertmanager, python3-yaml).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
for tool in promtool amtool; do
  command -v "$tool" >/dev/null || { echo "verify.sh: $tool is not installed" >&2; exit 2; }
done
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import yaml' 2>/dev/null; then
    exec "$python" "$here/verify.py" "$@"
  fi
done
echo "verify.sh: no python3 with PyYAML (Debian: python3-yaml)" >&2
exit 2
