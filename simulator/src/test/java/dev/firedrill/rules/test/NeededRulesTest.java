package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeededRulesTest {
  @TempDir Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: g
          rules:
          - record: site:load:sum
            expr: sum by (site) (load)
          - alert: Busy
            expr: '{__name__=~"site:load:.*"} > 5'
          - record: broken
            expr: load * on (site) load
          - record: unrelated
            expr: other * on (site) other
        """);
  }

  @Test
  void leavesOutRulesOnWhichTheTestDoesNotDependAndSaysWhichCouldFail() throws IOException {
    TestFileOutcome outcome = run(false);
    assertThat(outcome.passed()).isTrue();
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "not evaluated, since no test depends on them, but could fail on the series of a"
                + " test: broken");
  }

  @Test
  void failsWithAllRulesWhereOneFails() throws IOException {
    TestFileOutcome outcome = run(true);
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.outcomes().getFirst().failures())
        .extracting(TestFailure::subject)
        .containsExactly("broken");
    assertThat(outcome.diagnostics()).isEmpty();
  }

  private TestFileOutcome run(boolean allRules) throws IOException {
    String text =
        """
        rule_files: [rules.yml]
        tests:
        - input_series:
          - {series: 'load{site="n", host="a"}', values: 3x2}
          - {series: 'load{site="n", host="b"}', values: 4x2}
          alert_rule_test:
          - {eval_time: 1m, alertname: Busy, exp_alerts: [{exp_labels: {site: n}}]}
        """;
    return TestFileOutcome.of(
        SourceFile.of(folder.resolve("test.yml").toString(), text),
        Path.of(""),
        new TestSettings(
            new RuleFileCache(RuleFileOptions.DEFAULT),
            name -> true,
            allRules,
            EngineOptions.DEFAULT,
            2));
  }
}
