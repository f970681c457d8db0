package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class PromqlExperimentalTest {
  private static final LintCase CASE = LintCase.of("promql/experimental");

  @Test
  void saysWhichFlagIsNeeded() {
    assertThat(CASE.findings(alert("expr: mad_over_time(x[5m]) > 1")))
        .containsExactly(
            "5:11 info: mad_over_time() works only where Prometheus runs with"
                + " --enable-feature=promql-experimental-functions");
    assertThat(CASE.findings(alert("expr: limitk(3, x) > 1"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: rate(x[5m]) > 1"))).isEmpty();
  }
}
