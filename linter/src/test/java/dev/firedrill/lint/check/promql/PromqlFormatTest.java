package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class PromqlFormatTest {
  private static final LintCase CASE = LintCase.of("promql/format");

  @Test
  void reportsWhatIsNotFormatted() {
    assertThat(CASE.findings(alert("expr: 'sum(up)by(job)'")))
        .containsExactly("5:12 warning: the expression is not formatted");
    assertThat(CASE.fixed(alert("expr: 'sum(up)by(job)'  # all")))
        .isEqualTo(alert("expr: 'sum by (job) (up)'  # all"));
    assertThat(CASE.fixed(alert("expr: |\n  up\n    > 1e6")))
        .isEqualTo(alert("expr: |\n  up > 1000000"));
  }

  @Test
  void acceptsWhatIsFormattedOrCannotBe() {
    assertThat(CASE.findings(alert("expr: sum by (job) (up)"))).isEmpty();
    assertThat(CASE.findings(alert("expr: |\n  up  # now\n    > 1"))).isEmpty();
  }
}
