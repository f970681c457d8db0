package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions nested about as deeply as the parser takes, with as much stack as the launcher asks
/// for: what the parser takes, all commands take.
class DeepExpressionTest {
  private static final int STACK = 8 * 1024 * 1024;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1900|(|up|)",
        "1900|sum by (job) (|up|)",
        "1900|up ^ |up|''",
        "950|up + (|up|)",
        "950|up and on (job) (|up|)"
      })
  void everyCommandTakesThem(int levels, String before, String inside, String after)
      throws Exception {
    write(before.repeat(levels) + inside + after.repeat(levels));
    assertThat(run("rules", "check", "rules.yml")).as("%s", err).isZero();
    assertThat(run("rules", "lint", "rules.yml", "--fail-on", "never")).as("%s", err).isZero();
    assertThat(run("rules", "format", "--check", "rules.yml", "--quiet")).isLessThan(2);
    assertThat(run("rules", "test", "rules_test.yml")).isLessThan(2);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void beyondThereIsADiagnostic() throws Exception {
    write("(".repeat(3000) + "up" + ")".repeat(3000));
    assertThat(run("rules", "check", "rules.yml")).isEqualTo(1);
    assertThat(out.toString()).contains("expression is nested more than 2000 levels deep");
  }

  private void write(String expr) throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: g
          rules:
          - alert: A
            expr: %s == 4
        """
            .formatted(expr));
    Files.writeString(
        folder.resolve("rules_test.yml"),
        """
        rule_files: [rules.yml]
        tests:
        - interval: 1m
          input_series:
          - {series: 'up{job="a"}', values: 1x5}
          alert_rule_test:
          - {eval_time: 1m, alertname: A, exp_alerts: []}
        """);
  }

  private int run(String... words) throws InterruptedException {
    AtomicInteger status = new AtomicInteger(-1);
    Thread thread =
        new Thread(
            null, () -> status.set(InProcess.run(folder, out, err, words)), "launched", STACK);
    thread.start();
    thread.join();
    return status.get();
  }
}
