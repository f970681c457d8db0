package dev.firedrill.rules.test.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TestChecksTest {
  private static final Path DOCS =
      Path.of(System.getProperty("firedrill.root", ".."), "docs", "checks", "test");

  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - record: job:up:sum
          expr: sum by (job) (up{env="prod"})
        - alert: Down
          expr: job:up:sum == 0
          annotations: {summary: 'was {{ with query "max(seen{a=\\"b\\"})" }}{{ . }}{{ end }}'}
        - alert: Slow
          expr: latency > 1
      """;

  @Test
  void findNothingInAHonestTest() {
    assertThat(
            found(
                """
                - input_series:
                  - {series: 'up{env="prod"}', values: 1x5}
                  - {series: 'seen{a="b"}', values: 1x5}
                  - {series: 'other', values: 1x5}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: Down}
                  - {eval_time: 2m, alertname: Down}
                  promql_expr_test:
                  - {eval_time: 2m, expr: other}
                """))
        .isEmpty();
  }

  @Test
  void findAlertsThatNoRuleHas() {
    assertThat(
            found(
                """
                - alert_rule_test:
                  - {eval_time: 1m, alertname: Donw}
                  firedrill: {expect_alerts: [{alertname: Fast, fires: never}]}
                """))
        .containsExactly(
            "2:32 test/unknown-alert no rule has the alert 'Donw' (did you mean 'Down'?)",
            "3:43 test/unknown-alert no rule has the alert 'Fast' "
                + "(the rule_files of this file have Down, Slow)");
  }

  @Test
  void findTimesBetweenEvaluations() {
    String help =
        " (rules are evaluated every 1m from the start of the test: say %s,"
            + " or change evaluation_interval)";
    assertThat(
            found(
                """
                - alert_rule_test:
                  - {eval_time: 90s, alertname: Down}
                  promql_expr_test:
                  - {eval_time: 2m1s, expr: up}
                  firedrill: {expect_alerts: [{alertname: Down, fires: [1m..2m, 5m30s]}]}
                """))
        .containsExactly(
            "2:17 test/off-grid eval_time 1m30s is between two evaluations,"
                + " of which the one at 1m counts"
                + help.formatted("1m"),
            "4:17 test/off-grid eval_time 2m1s is between two evaluations,"
                + " of which the one at 2m counts"
                + help.formatted("2m"),
            "5:56 test/off-grid fires 5m30s is between two evaluations,"
                + " of which the one at 5m counts"
                + help.formatted("5m"));
  }

  @Test
  void findSeriesThatNothingReads() {
    assertThat(
            found(
                """
                - input_series:
                  - {series: 'up{env="test"}', values: 1x5}
                  - {series: 'latnecy', values: 1x5}
                  - {series: 'temperature', values: 1x5}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: Down}
                """))
        .containsExactly(
            "2:15 test/unread-series no rule reads the series up{env=\"test\"}"
                + " (the rules read it only with env=\"prod\")",
            "3:15 test/unread-series no rule reads the series latnecy (did you mean latency?)",
            "4:15 test/unread-series no rule reads the series temperature"
                + " (neither do the expressions of the test)");
  }

  @Test
  void reportATemplateOfSeriesOnce() {
    assertThat(
            found(
                """
                - alert_rule_test: [{eval_time: 1m, alertname: Down}]
                  firedrill: {input_series: [{series: 'down{i="{{0..9}}"}', values: 1x5}]}
                """))
        .hasSize(1);
  }

  @Test
  void findExpectationsThatSayNothingNew() {
    String help = " (remove it, or say what is different)";
    assertThat(
            found(
                """
                - alert_rule_test:
                  - {eval_time: 1m, alertname: Down}
                  - {eval_time: 2m, alertname: Down}
                  - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_labels: {a: b}}]}
                  - {eval_time: 2m, alertname: Down}
                  promql_expr_test:
                  - {eval_time: 2m, expr: up+1, exp_samples: [{labels: a, value: 1}]}
                  - {eval_time: 2m, expr: up + 1, exp_samples: [{labels: a, value: 1}]}
                  - {eval_time: 2m, expr: up + 1, exp_samples: [{labels: a, value: 2}]}
                  firedrill:
                    expect_alerts:
                    - {alertname: Slow, labels: {a: b}, fires: never}
                    - {alertname: Slow, fires: never}
                    - {alertname: Down, labels: {a: b}, fires: 1m..2m, pending: never}
                    - {alertname: Down, labels: {a: b}, fires: 1m..2m}
                    - {alertname: Down, labels: {a: c}, fires: 1m..2m}
                """))
        .containsExactly(
            "5:17 test/shadowed expects of 'Down' at 2m what is expected already" + help,
            "8:27 test/shadowed expects of this expression at 2m what is expected already" + help,
            "12:19 test/shadowed expects of 'Slow' no more than another item does" + help,
            "15:19 test/shadowed expects of 'Down' no more than another item does" + help);
  }

  @Test
  void findTestsThatExpectNothing() {
    assertThat(found("- input_series: [{series: latency, values: 1x5}]\n"))
        .singleElement()
        .asString()
        .startsWith("1:3 test/no-assertion");
  }

  @Test
  void findSeriesThatNeverReachTheRules() {
    assertThat(
            found(
                """
                - input_series:
                  - {series: latency, values: 1x5}
                  - series: latency
                    values: |
                      2x5
                  - {series: 'latency{a="b"}', values: 1x5}
                  alert_rule_test: [{eval_time: 1m, alertname: Slow}]
                - input_series:
                  - {series: latency, values: 1x5}
                  - {series: latency, values: 2x5}
                  alert_rule_test: [{eval_time: 1m, alertname: Slow}]
                """))
        .containsExactly(
            "5:7 test/input-series the values hold a blank line, after which no series is read"
                + " (write the values in one line, or with >- instead of |)",
            "9:14 test/input-series another series has the same labels"
                + " and takes the place of this one");
  }

  @Test
  void leaveExceptionsFromTemplatesAlone() {
    assertThat(
            found(
                """
                - alert_rule_test: [{eval_time: 1m, alertname: Slow}]
                  firedrill:
                    input_series:
                    - {series: 'latency{i="{{0..9}}"}', values: 1x5}
                    - {series: 'latency{i="3"}', values: 9x5}
                """))
        .isEmpty();
  }

  @Test
  void haveAPageEach() throws Exception {
    for (String id :
        List.of(
            "input-series",
            "no-assertion",
            "off-grid",
            "rule-files",
            "shadowed",
            "unknown-alert",
            "unread-series")) {
      String page = Files.readString(DOCS.resolve(id + ".md"));
      assertThat(page)
          .startsWith("# test/" + id + "\n")
          .contains(
              "## What it does",
              "## Why it matters",
              "## Example",
              "## Use instead",
              "## Options",
              "## See also");
    }
  }

  private static List<String> found(String tests) {
    RuleFile rules =
        RuleFiles.read(SourceFile.of("rules.yml", RULES), RuleFileOptions.DEFAULT).file();
    Loaded<UnitTestFile> loaded = UnitTestReader.read(SourceFile.of("t.yml", "tests:\n" + tests));
    assertThat(loaded.diagnostics()).isEmpty();
    UnitTestFile file = loaded.get().orElseThrow();
    return TestChecks.check(file, file.tests(), Objects.requireNonNull(rules).groups(), true)
        .stream()
        .map(TestChecksTest::text)
        .toList();
  }

  private static String text(Diagnostic found) {
    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    int line = found.location().start().line() - 1;
    String help = found.help();
    return line
        + ":"
        + found.location().start().column()
        + " "
        + found.check()
        + " "
        + found.message()
        + (help == null ? "" : " (" + help + ")");
  }
}
