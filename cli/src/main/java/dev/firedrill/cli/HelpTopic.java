package dev.firedrill.cli;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import java.util.List;

/// Help on what all commands share.
final class HelpTopic {
  private HelpTopic() {}

  static List<String> names() {
    return List.of(
        "exit-status",
        "paths",
        "output",
        "formats",
        "settings",
        "checks",
        "suppressions",
        "new-findings",
        "versions",
        "fixes",
        "sources",
        "time",
        "features",
        "ci");
  }

  static String text(String name) {
    return switch (name) {
      case "exit-status", "exit-codes" ->
          """
          Exit status

            0  nothing found at or above --fail-on (default: error)
            1  findings, failed tests, differences
            2  the command could not do its work: usage, a missing or unreadable file, damaged data,
               a server that does not answer, an alert that no rule has, a full disk

          A file that does not parse is a finding (1) for commands that judge: lint, check, test,
          format --check, parse. It ends the others with 2: replay, why, sweep, query, explain,
          simulate. An expression given as argument counts as a file.

          --fail-on error|warning|info|never says which findings count.
          """;
      case "paths" ->
          """
          Paths

            FILE     read as it is, whatever its name
            FOLDER   searched for *.yml, *.yaml and *.rules; what .gitignore names is left out
            GLOB     * and ? within a name, ** across folders; quote it, or your shell expands it
            -        standard input

          What a folder holds is told apart by its content: rules, tests, configurations, each for
          the commands they are for. Templates for Helm and YAML that has nothing to do with
          alerting are counted and named as skipped; --fail-on-skipped makes that a failure.
          A path that does not exist, and a glob that matches nothing, end the command with 2.
          Without paths: those of the settings file, else the current folder.
          """;
      case "output" ->
          """
          Output

            --format F        print in this format: text, json, and what the command offers
            --format F=FILE   write this format into a file; may be given several times
            --output FILE     write the format into a file; the text still goes to the terminal
            --color WHEN      auto, always or never; NO_COLOR in the environment means never
            -q, --quiet       findings and failures only, no summary

          Results go to standard output, messages about the run itself to standard error.
          """;
      case "formats" ->
          """
          Formats of findings (--format F or F=FILE, several at once)

            text        for people
            json        for scripts: findings with places, notes and fixes
            sarif       GitHub code scanning, editors; fixes and what is silenced included
            github      workflow commands that mark lines of a pull request
            gitlab      a Code Quality report
            checkstyle  Jenkins, reviewdog and others
            junit       a test report: findings that --fail-on fails for are failures
            teamcity    inspections as service messages

          Passwords and tokens are hidden in all of them; --output FILE writes, text is printed.
          """;
      case "new-findings" ->
          """
          New findings only

            rules lint --changed-since REV     what is new since the branch left REV, in any file
            rules lint ... --lines             and only on lines that have changed
            rules lint --write-baseline FILE   write down what is found now
            rules lint --baseline FILE         leave out what is written there

          Lines may move, files be renamed. The clone has to reach back to where REV was left
          (git fetch --unshallow).
          """;
      case "versions", "revisions" ->
          """
          Versions: OLD and NEW of rules diff and routes diff, REV of review

            rules/ rules.yml   files as they are now
            main, HEAD~3       a revision of Git: the files that the settings name, or those of
                               the other version's path
            main:rules/        a path as it was at a revision
            A...B              the last commit that both have; alone: what B has since it left A
            A..B               alone: both

          A single revision is compared with the working tree. A clone has to reach back far
          enough (git fetch --unshallow).
          """;
      case "fixes" ->
          """
          Fixes

            rules lint --fix             mend what has a line `fix:`, in place; report the rest
            rules lint --fix --dry-run   write nothing, print a diff
            rules lint --add-ignores     silence what is found now by comments; --reason TEXT
            rules format                 pretty-print all expressions; --check only says which

          Comments, quotes and layout stay. A file is read again before it is written: nothing else
          may have changed. Of standard input (-), the new text goes to standard output and the
          report to standard error.
          """;
      case "settings" ->
          """
          Settings: .firedrill.yml, the nearest one upward, or --config FILE

            stacks:
              training:                     # what one Prometheus and its Alertmanager load
                rules: [rules/*.yml]
                tests: [tests/*.yml]        # of rules and of routes, told apart by content
                prometheus: prometheus.yml
                alertmanager: alertmanager.yml
                templates: [templates/*.tmpl]
                data: [recordings/*]
            lint:
              preset: recommended           # or strict
              checks: {for/missing: off, annotation/runbook: warning}

          'firedrill init' writes a first one, 'firedrill config show' prints what holds here.
          --stack NAME takes one of the stacks; without settings the folder is one stack.
          """;
      case "checks" ->
          """
          Checks

            firedrill rules lint --list-checks      all of them, with their severities
            firedrill rules lint --explain CHECK    what it reports, and its parameters
            --only A,B  --skip A,B                  for one run
            lint.checks in .firedrill.yml           on, off, severity and parameters, for good
            --baseline FILE, --changed-since REV    only what is new
          """;
      case "suppressions" ->
          """
          Suppressions: comments that silence findings

            expr: up == 0   # firedrill: ignore=for/missing on purpose     this line
            # firedrill: ignore=for/missing,severity/* on purpose          the rule or line below
            # firedrill: ignore-file=annotation/runbook written elsewhere  the file
            # firedrill: ignore=for/missing until=2026-12-31 next sprint   until that day

          A comment that silences nothing, or whose day has passed, is a finding itself.
          Comments of pint (# pint disable ...) are understood. 'rules lint --add-ignores' writes
          comments for what is there.
          """;
      case "sources" ->
          """
          Sources of recorded series: --data SOURCE, several are merged

            data/                     Prometheus's data folder, or a single block of it
            FILE.om, .prom, .txt      OpenMetrics or exposition text; also .gz and .zst
            FILE.json                 an answer of query or query_range
            FILE.yml                  input_series of a file of unit tests
            http(s)://SERVER          an API such as Prometheus's
            remote-read+http(s)://    the same, read by remote read

          Text without timestamps is one scrape, held constant from --start to --end.
          """;
      case "time" ->
          """
          Times: --start, --end, --time, --at

            2026-11-21T03:00:00Z   RFC 3339
            2026-11-21T03:00:00    in --timezone (default: UTC), where a command has it
            1795230000.5           seconds since the epoch
            -7d, now-7d            before the end of the data; for servers before now

          Durations are Prometheus's: 90s, 5m, 1h30m, 1d. Nothing waits for the clock: time is
          simulated, and the same files give the same results at any hour.
          """;
      case "ci" ->
          """
          Continuous integration

            firedrill rules lint --format github      marks lines of a pull request
            firedrill rules lint --format sarif=F     for GitHub's code scanning
            firedrill rules lint --format gitlab=F    for GitLab's Code Quality
            firedrill rules test --junit F            for whatever reads JUnit's reports
            firedrill review origin/main --format markdown=F
                                                      a comment for a pull request

          'firedrill init' writes a job and hooks for pre-commit, 'firedrill hook install' a hook
          of Git. The exit status is 1 where something was found.
          """;
      case "features" ->
          """
          Experimental features of PromQL, as Prometheus names them (--enable-feature A,B):

            promql-experimental-functions      functions and aggregations marked experimental
            promql-extended-range-selectors    anchored, smoothed
            promql-binop-fill-modifiers        fill, fill_left, fill_right
            promql-delayed-name-removal        the metric name is dropped at the end of a query
            promql-duration-expr               always on
            use-start-timestamps, type-and-unit-labels
            all                                all of them
          """;
      default -> throw unknown(name);
    };
  }

  private static UsageException unknown(String name) {
    String hint =
        Spelling.nearest(name, names())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("topics are " + String.join(", ", names()));
    return new UsageException("no help on '" + name + "': " + hint);
  }
}
