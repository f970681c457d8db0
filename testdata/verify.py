"""The work of verify.sh."""

import datetime
import glob
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))


class Verification:
    def __init__(self, verbose, alertmanager):
        self.verbose = verbose
        self.alertmanager = alertmanager
        self.passed = 0
        self.failed = 0

    def check(self, what, good, detail=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
        if self.verbose or not good:
            print(f"  {'ok' if good else 'FAILED'}  {what}")
        if not good and detail:
            print("    " + detail.strip().replace("\n", "\n    "))

    def run(self, what, *command, accept=True):
        result = subprocess.run(command, capture_output=True, text=True)
        self.check(what, (result.returncode == 0) == accept, result.stdout + result.stderr)


def load(path):
    with open(path) as file:
        return yaml.safe_load(file)


def environment(folder):
    """The variables of the stack's .env.example, if it has one."""
    variables = {}
    for path in sorted(glob.glob(os.path.join(folder, "**", ".env.example"), recursive=True)):
        with open(path) as file:
            for line in file:
                name, equals, value = line.strip().partition("=")
                if equals and not name.startswith("#"):
                    variables[name] = value.strip("'\"")
    return variables


def stage(path, folder, settings):
    """Rewrites a configuration in place for this machine: variables and container paths."""
    variables = environment(folder)
    with open(path) as file:
        text = file.read()
    text = re.sub(r"\$\{(\w+)\}", lambda match: variables[match[1]], text)
    for container, local in settings.get("path_map", {}).items():
        text = text.replace(container + "/", os.path.join(folder, local) + "/")
    with open(path, "w") as file:
        file.write(text)


def shorter_ranges(rules):
    """The rules with every range a millisecond shorter.

    Up to Prometheus 2.x a range includes its first instant, since 3.0 it does
    not. What passes both with the full and the shortened range passes on both.
    """

    def shorter(match):
        units = {"d": 86400, "h": 3600, "m": 60, "s": 1}
        seconds = sum(int(n) * units[unit] for n, unit in re.findall(r"(\d+)([dhms])", match[1]))
        return f"[{seconds - 1}s999ms{match[2] or ''}]"

    for group in rules["groups"]:
        for rule in group["rules"]:
            rule["expr"] = re.sub(r"\[((?:\d+[dhms])+)(:\w*)?\]", shorter, str(rule["expr"]))
    return rules


def verify_stack(verification, source, scratch):
    folder = os.path.join(scratch, os.path.basename(source))
    shutil.copytree(source, folder)
    for name, settings in load(os.path.join(folder, ".firedrill.yml"))["stacks"].items():
        print(f"{os.path.basename(source)} ({name})")
        verify_files(verification, folder, settings)


def verify_files(verification, folder, settings):
    def files(key):
        found = [
            path
            for pattern in settings.get(key, [])
            for path in sorted(glob.glob(os.path.join(folder, pattern), recursive=True))
        ]
        verification.check(f"{key} are found", bool(found) or key not in settings)
        return found

    rule_files = files("rules")
    # Prometheus's tools know nothing of Firedrill's own kinds of tests: scenarios are lists.
    documents = {path: load(path) for path in files("tests")}
    scenarios = [path for path, document in documents.items() if isinstance(document, list)]
    tests = [
        path
        for path, document in documents.items()
        if path not in scenarios and document.get("kind") != "firedrill-tests"
    ]
    for key in ("templates", "data"):
        files(key)

    for path in rule_files:
        verification.run(f"promtool check rules {os.path.basename(path)}", "promtool", "check", "rules", path)
    if "prometheus" in settings:
        path = os.path.join(folder, settings["prometheus"])
        stage(path, folder, settings)
        verification.run("promtool check config", "promtool", "check", "config", path)
    config = os.path.normpath(os.path.join(folder, settings["alertmanager"]))
    stage(config, folder, settings)
    verification.run("amtool check-config", "amtool", "check-config", config)

    unit_tests = [path for path in tests if "rule_files" in load(path)]
    route_tests = [path for path in tests if path not in unit_tests]
    for path in unit_tests:
        verification.run(f"promtool test rules {os.path.basename(path)}", "promtool", "test", "rules", path)
    for path in route_tests:
        verify_routes(verification, path)
    for path in scenarios:
        for scenario in documents[path]:
            named = os.path.normpath(os.path.join(os.path.dirname(path), scenario["alertmanager"]))
            verification.check(f"{scenario['scenario']}: by the configuration that amtool accepts", named == config)
    verify_coverage(verification, rule_files, unit_tests, route_tests)

    for path in rule_files:
        with open(path) as file:
            rules = shorter_ranges(yaml.safe_load(file))
        with open(path, "w") as file:
            yaml.safe_dump(rules, file, width=1000)
    for path in unit_tests:
        what = f"promtool test rules {os.path.basename(path)}, left-open ranges"
        verification.run(what, "promtool", "test", "rules", path)

    for path in sorted(glob.glob(os.path.join(folder, "fixtures", "*.yml"))):
        name = os.path.basename(path)
        if name.startswith("unclosed"):
            verification.run(f"{name} is rejected", "promtool", "check", "rules", path, accept=False)
        elif "route" in load(path) or "receivers" in load(path):
            verification.run(f"{name} loads", "amtool", "check-config", path)
        else:
            verification.run(f"{name} loads", "promtool", "check", "rules", path)


def verify_routes(verification, path):
    """Asks amtool for the receivers and, if there is one, Alertmanager for the rest."""
    document = load(path)
    config = os.path.join(os.path.dirname(path), document["alertmanager"])
    for test in document["tests"]:
        receivers = ",".join(test["expect"]["receivers"])
        labels = [f"{name}={value}" for name, value in test["labels"].items()]
        verification.run(
            f"amtool config routes test: {test['name']}",
            *("amtool", "config", "routes", "test", f"--config.file={config}"),
            *(f"--verify.receivers={receivers}", *labels),
        )
    if verification.alertmanager:
        with Alertmanager(verification.alertmanager, config) as server:
            for test in document["tests"]:
                server.verify(verification, test)


class Alertmanager:
    """A running Alertmanager with the routes and inhibitions of a configuration.

    Its receivers are bare names: nothing is ever sent.
    """

    def __init__(self, binary, config):
        document = load(config)
        document["receivers"] = [{"name": receiver["name"]} for receiver in document["receivers"]]
        document.pop("templates", None)
        document.pop("global", None)
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "alertmanager.yml")
        with open(path, "w") as file:
            yaml.safe_dump(document, file)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.base = f"http://{address}/api/v2"
        self.process = subprocess.Popen(
            [
                binary,
                f"--config.file={path}",
                f"--storage.path={self.folder.name}/data",
                f"--web.listen-address={address}",
                "--cluster.listen-address=",
            ],
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self):
        for _ in range(100):
            try:
                self.call("GET", "/status")
                return self
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise TimeoutError("Alertmanager does not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=5) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def verify(self, verification, test):
        """Posts the test's alerts and silences, compares, and takes them back."""
        now = datetime.datetime.now(datetime.timezone.utc)
        later = (now + datetime.timedelta(hours=1)).isoformat()
        alerts = [test["labels"], *test.get("firing", [])]
        silences = [
            self.call("POST", "/silences", self.silence(silence["matchers"], now.isoformat(), later))["silenceID"]
            for silence in test.get("silences", [])
        ]
        self.call("POST", "/alerts", [{"labels": labels, "startsAt": now.isoformat()} for labels in alerts])
        verification.check(f"Alertmanager: {test['name']}", *self.judge(test))
        ended = {"startsAt": now.isoformat(), "endsAt": datetime.datetime.now(datetime.timezone.utc).isoformat()}
        self.call("POST", "/alerts", [{"labels": labels, **ended} for labels in alerts])
        for silence in silences:
            self.call("DELETE", f"/silence/{silence}")

    def silence(self, matchers, start, end):
        parts = [re.fullmatch(r"(\w+)(=~|!~|!=|=)\"(.*)\"", matcher).groups() for matcher in matchers]
        return {
            "matchers": [
                {"name": name, "value": value, "isRegex": "~" in operator, "isEqual": operator[0] == "="}
                for name, operator, value in parts
            ],
            "startsAt": start,
            "endsAt": end,
            "createdBy": "verify.sh",
            "comment": "a route test",
        }

    def judge(self, test):
        groups = []
        for _ in range(30):
            # Groups come in when the dispatcher has seen the alert.
            groups = [
                (group["labels"], group["receiver"]["name"], alert["status"])
                for group in self.call("GET", "/alerts/groups")
                for alert in group["alerts"]
                if alert["labels"] == test["labels"]
            ]
            if len(groups) >= len(test["expect"]["receivers"]):
                break
            time.sleep(0.1)
        expect = test["expect"]
        got = {
            "receivers": sorted(receiver for _, receiver, _ in groups),
            "group_labels": [labels for labels, _, _ in groups if labels != expect.get("group_labels", labels)],
            "inhibited": any(status["inhibitedBy"] for _, _, status in groups),
            "silenced": any(status["silencedBy"] for _, _, status in groups),
        }
        want = {
            "receivers": sorted(expect["receivers"]),
            "group_labels": [],
            "inhibited": expect.get("inhibited", got["inhibited"]),
            "silenced": expect.get("silenced", got["silenced"]),
        }
        return got == want, f"expected {want}\ngot {got}"


def verify_coverage(verification, rule_files, unit_tests, route_tests):
    """Every alert fires in a unit test, stays silent in one, and is routed in a route test."""
    alerts = {
        rule["alert"]
        for path in rule_files
        for group in load(path)["groups"]
        for rule in group["rules"]
        if "alert" in rule
    }
    fires, silent = set(), set()
    for path in unit_tests:
        for test in load(path)["tests"]:
            for case in test.get("alert_rule_test", []):
                (fires if case.get("exp_alerts") else silent).add(case["alertname"])
    routed = {test["labels"]["alertname"] for path in route_tests for test in load(path)["tests"]}
    for what, seen in (("fires", fires), ("stays silent", silent), ("is routed", routed)):
        missing = ", ".join(sorted(alerts - seen))
        verification.check(f"each of {len(alerts)} alerts {what} in a test", not missing, missing)
    unknown = ", ".join(sorted((fires | silent) - alerts))
    verification.check("tests name known alerts only", not unknown, unknown)


def main():
    arguments = sys.argv[1:]
    alertmanager = shutil.which("prometheus-alertmanager") or shutil.which("alertmanager")
    verification = Verification("-v" in arguments, alertmanager)
    names = [name for name in arguments if name != "-v"]
    stacks = [os.path.dirname(path) for path in sorted(glob.glob(os.path.join(HERE, "*", ".firedrill.yml")))]
    if names:
        stacks = [stack for stack in stacks if os.path.basename(stack) in names]
    with tempfile.TemporaryDirectory() as scratch:
        for stack in stacks:
            verify_stack(verification, stack, scratch)
    recorded = os.path.join(HERE, "recorded", "rules.yml")
    if os.path.exists(recorded) and not names:
        print("recorded")
        verification.run("promtool check rules rules.yml", "promtool", "check", "rules", recorded)
    print(f"{verification.passed} passed, {verification.failed} failed")
    if not alertmanager:
        print("no alertmanager here: groups, inhibition and silences of the route tests were not judged")
    return 1 if verification.failed else 0


if __name__ == "__main__":
    sys.exit(main())
