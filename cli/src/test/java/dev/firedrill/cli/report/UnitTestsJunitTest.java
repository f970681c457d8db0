package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.test.AssertionOutcome;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTestsJunitTest {
  @Test
  void hasACaseForEachAssertion() throws IOException {
    assertThat(
            junit(
                """
                tests:
                - name: counts & more
                  input_series:
                  - {series: 'up{job="a"}', values: 1x5}
                  promql_expr_test:
                  - {expr: up, eval_time: 1m, exp_samples: [{labels: 'up{job="a"}', value: 2}]}
                  - {expr: "up\\n  > 0", eval_time: 1m, exp_samples: [{labels: 'up{job="a"}', value: 1}]}
                """))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="firedrill rules test" tests="2" failures="1" errors="0" skipped="0" time="0.003000">
              <testsuite name="t.yml" tests="2" failures="1" errors="0" skipped="0" time="0.003000" file="t.yml">
                <testcase name="'up' at 1m" classname="counts &amp; more" file="t.yml" line="6" time="0.001500">
                  <failure type="expr" message="value: expected &quot;2&quot;, got &quot;1&quot;">t.yml:6: 'up' at 1m in 'counts &amp; more'
                          expected  got
                __name__  up        up
                job       a         a
              ! value     2         1</failure>
                </testcase>
                <testcase name="'up &gt; 0' at 1m" classname="counts &amp; more" file="t.yml" line="7" time="0.001500"/>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void saysWhatKeptTestsFromRunning() throws IOException {
    assertThat(
            junit(
                """
                tests:
                - input_series:
                  - {series: 'up{', values: 1x5}
                  promql_expr_test:
                  - {expr: up, eval_time: 1m}
                """))
        .contains(
            "errors=\"1\" skipped=\"1\"",
            "<error type=\"setup\" message=\"unexpected character inside braces",
            "<testcase name=\"'up' at 1m\" classname=\"line 2\" file=\"t.yml\" line=\"5\"",
            "<skipped message=\"the test ended before\"/>");
    assertThat(junit("tests:\n- name: one\n  nonsense: 1\n"))
        .contains(
            "<testcase name=\"yaml/unknown-field\" classname=\"file\" file=\"t.yml\" line=\"3\"",
            "<skipped message=\"not run: the file or its rules have errors\"/>");
  }

  private static String junit(String text) throws IOException {
    TestFileOutcome file =
        TestFileOutcome.of(
            SourceFile.of("t.yml", text), Path.of(""), RuleFileOptions.DEFAULT, name -> true);
    List<TestOutcome> outcomes = file.outcomes().stream().map(UnitTestsJunitTest::timed).toList();
    UnitTestRun run =
        new UnitTestRun(
            List.of(
                new TestFileOutcome(file.source(), outcomes, file.notRun(), file.diagnostics())));
    StringBuilder out = new StringBuilder();
    new UnitTestsJunit(run, path -> path, false).write(out);
    return out.toString();
  }

  private static TestOutcome timed(TestOutcome outcome) {
    List<AssertionOutcome> assertions =
        outcome.assertions().stream()
            .map(
                each ->
                    new AssertionOutcome(
                        each.kind(),
                        each.subject(),
                        each.evalTime(),
                        each.location(),
                        each.status(),
                        Duration.ofNanos(1_500_000)))
            .toList();
    return new TestOutcome(outcome.test(), assertions, outcome.failures(), Duration.ofMillis(3));
  }
}
