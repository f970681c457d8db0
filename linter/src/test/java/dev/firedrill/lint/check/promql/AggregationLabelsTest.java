package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationLabelsTest {
  private static final LintCase CASE = LintCase.of("promql/aggregation-labels");

  @Test
  void reportsLabelsThatAreLost() {
    LintCase keep = CASE.with("keep", List.of("job"));
    assertThat(keep.findings(alert("expr: sum(x) > 1")))
        .containsExactly("5:11 warning: the label `job` must be kept, and is lost here");
    assertThat(keep.findings(alert("expr: sum by (job) (x) > 1"))).isEmpty();
    assertThat(keep.findings(alert("expr: sum(x) > 1", "labels: {job: a}"))).isEmpty();
  }

  @Test
  void reportsLabelsThatAreKept() {
    LintCase drop = CASE.with("drop", List.of("pod"));
    assertThat(drop.findings(rule("record: a:b", "expr: sum by (pod) (x)")))
        .containsExactly("5:11 warning: the label `pod` must be dropped, and is kept");
    assertThat(drop.findings(rule("record: a:b", "expr: sum without (pod) (x)"))).isEmpty();
    assertThat(CASE.findings(rule("record: a:b", "expr: sum(x)"))).isEmpty();
  }
}
