package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class PromqlCostTest {
  private static final LintCase CASE = LintCase.of("promql/cost");

  @Test
  void multipliesSubqueriesWithWhatIsInside() {
    assertThat(CASE.findings(alert("expr: max_over_time(rate(a[1h])[1d:1m]) > 1")))
        .containsExactly(
            "5:11 warning: each evaluation reads about 86400 samples of each series: a range of"
                + " 1h, evaluated 1440 times over 1d by a subquery");
  }

  @Test
  void takesTheEvaluationIntervalForAStepThatIsNotWritten() {
    assertThat(CASE.findings(alert("expr: max_over_time(a[1d:]) > 1"))).isEmpty();
    assertThat(CASE.with("max_samples", 1000).findings(alert("expr: max_over_time(a[1d:]) > 1")))
        .hasSize(1);
  }

  @Test
  void countsRegularExpressionsThatAreNoLists() {
    LintCase two = CASE.with("max_regexes", 1);
    assertThat(two.findings(alert("expr: a{b=~\"x.*\", c!~\".+y\"} > 1")))
        .containsExactly(
            "5:11 warning: 2 regular expressions in one selector: each is tried on every value");
    assertThat(two.findings(alert("expr: a{b=~\"x|y\", c!~\"z|w\"} > 1"))).isEmpty();
  }
}
