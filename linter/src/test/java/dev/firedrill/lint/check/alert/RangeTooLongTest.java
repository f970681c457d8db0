package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RangeTooLongTest {
  private static final LintCase CASE =
      LintCase.of("range/too-long").with("retention", Duration.ofDays(15));

  @Test
  void reportsWhatReadsTooFarBack() {
    assertThat(CASE.findings(alert("expr: rate(x[30d]) > 1")))
        .containsExactly("5:16 warning: this reads 30d back, and samples are kept for 15d");
    assertThat(CASE.findings(alert("expr: x offset 3w > 1"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: rate(x[10d] offset 1w) > 1"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: max_over_time(x[3w:1h]) > 1"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: rate(x[7d]) > 1"))).isEmpty();
    assertThat(LintCase.of("range/too-long").findings(alert("expr: rate(x[1y]) > 1"))).isEmpty();
  }
}
