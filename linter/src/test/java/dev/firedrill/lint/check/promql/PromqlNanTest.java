package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class PromqlNanTest {
  private static final LintCase CASE = LintCase.of("promql/nan");

  @Test
  void tellsNanFromInfinity() {
    assertThat(CASE.findings(alert("expr: rate(jobs_failed_total[5m]) / rate(jobs_total[5m]) > 1")))
        .containsExactly(
            "5:41 warning: this can be 0, and 0 / 0 is NaN: no comparison lets it through");
    assertThat(CASE.findings(alert("expr: queue_bytes / workers_active > 1")))
        .containsExactly(
            "5:25 warning: this can be 0: what is divided by it is infinite, or NaN where it is 0,"
                + " too");
  }

  @Test
  void looksAtModuloAndAtZeroItself() {
    assertThat(CASE.findings(alert("expr: a % b == 1"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: a / 0 > 1"))).hasSize(1);
  }

  @Test
  void acceptsWhatCannotBeZero() {
    assertThat(CASE.findings(alert("expr: a / 100 > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a / (b > 0) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a / (b != 0) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a / clamp_min(b, 1) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a / count(b) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a / b > 1 and b > 0"))).isEmpty();
    assertThat(CASE.findings(alert("expr: disk_free_bytes / disk_size_bytes > 1"))).isEmpty();
  }
}
