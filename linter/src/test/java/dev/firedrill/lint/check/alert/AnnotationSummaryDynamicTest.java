package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationSummaryDynamicTest {
  private static final LintCase CASE = LintCase.of("annotation/summary-dynamic");

  @Test
  void reportsTheValueInTheSummary() {
    assertThat(CASE.findings(alert("expr: x > 1", "annotations: {summary: 'at {{ $value }}'}")))
        .containsExactly("6:35 warning: `summary` is another text at each notification");
    assertThat(CASE.findings(alert("expr: x > 1", "annotations: {description: '{{ $value }}'}")))
        .isEmpty();
    assertThat(
            CASE.with("annotations", List.of("description"))
                .findings(alert("expr: x > 1", "annotations: {description: '{{ $value }}'}")))
        .hasSize(1);
  }
}
