package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTestsJsonTest {
  @Test
  void failuresHaveWhatWasExpectedAndWhatWasThere() throws IOException {
    String json =
        json(
            """
            tests:
            - name: counts
              input_series:
              - series: up{job="a"}
                values: 1x5
              promql_expr_test:
              - expr: up
                eval_time: 90s
                exp_samples: []
              alert_rule_test:
              - alertname: Down
                eval_time: 1m
                exp_alerts:
                - exp_labels: {job: a}
                  exp_annotations: {summary: down}
            """);
    assertThat(json)
        .startsWith(
            """
            {
              "summary": {
                "tests": 1,
                "assertions": 2,
                "passed": 0,
                "failed": 1,
                "warnings": 2
              },
              "tests": [
                {
                  "path": "t.yml",
                  "line": 2,
                  "name": "counts",
                  "passed": false,
                  "seconds": 0.25,
                  "failures": [
                    {
                      "line": 11,
                      "kind": "alert",
                      "subject": "Down",
                      "eval_time": 60,
                      "message": "",
                      "expected": [
                        {
                          "labels": {
                            "alertname": "Down",
                            "job": "a"
                          },
                          "annotations": {
                            "summary": "down"
                          }
                        }
                      ],
                      "got": [],
                      "timeline": []
                    },
                    {
                      "line": 7,
                      "kind": "expr",
                      "subject": "up",
                      "eval_time": 90,
                      "message": "",
                      "expected": [],
                      "got": [
                        {
                          "labels": {
                            "__name__": "up",
                            "job": "a"
                          },
                          "value": "1"
                        }
                      ],
                      "timeline": []
                    }
                  ]
                }
              ],
              "findings": [
            """);
  }

  @Test
  void testsThatCouldNotBeRunHaveFailed() throws IOException {
    assertThat(json("tests:\n- name: one\n- name: two\n  nonsense: 1\n"))
        .contains("\"failed\": 2", "\"kind\": \"setup\"", "yaml/unknown-field");
  }

  private static String json(String text) throws IOException {
    TestFileOutcome file =
        TestFileOutcome.of(
            SourceFile.of("t.yml", text), Path.of(""), RuleFileOptions.DEFAULT, name -> true);
    List<TestOutcome> outcomes =
        file.outcomes().stream()
            .map(
                outcome ->
                    new TestOutcome(
                        outcome.test(),
                        outcome.assertions(),
                        outcome.failures(),
                        Duration.ofMillis(250)))
            .toList();
    UnitTestRun run =
        new UnitTestRun(
            List.of(
                new TestFileOutcome(file.source(), outcomes, file.notRun(), file.diagnostics())));
    StringBuilder out = new StringBuilder();
    new UnitTestsJson(run).write(out);
    return out.toString();
  }
}
