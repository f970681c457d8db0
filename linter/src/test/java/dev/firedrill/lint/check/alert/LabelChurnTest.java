package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelChurnTest {
  private static final LintCase CASE = LintCase.of("label/churn");

  private static String label(String value) {
    return alert("expr: up == 0", "labels:", "  shown: '" + value + "'");
  }

  @Test
  void reportsSourcesThatComeAndGo() {
    assertThat(CASE.findings(label("{{ $labels.pod_uid }}")))
        .containsExactly(
            "7:18 warning: label `shown` shows `pod_uid`, which comes and goes: each change makes a"
                + " new alert");
    assertThat(CASE.findings(label("{{ .Labels.trace_id }}"))).hasSize(1);
  }

  @Test
  void reportsFormattedNumbers() {
    assertThat(CASE.findings(label("{{ query \"x\" | first | value | printf \"%.2f\" }}")))
        .containsExactly(
            "7:46 warning: label `shown` shows a number that `printf` prints: each change makes a"
                + " new alert");
    assertThat(CASE.findings(label("{{ query \"x\" | first | value | humanize }}"))).hasSize(1);
  }

  @Test
  void leavesOthersAlone() {
    assertThat(CASE.findings(label("{{ $labels.pod }}"))).isEmpty();
    assertThat(CASE.findings(label("{{ printf \"%s-a\" $labels.pod }}"))).isEmpty();
    assertThat(CASE.findings(label("{{ $value | humanize }}"))).isEmpty();
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {a: '{{ $labels.uid }}'}")))
        .isEmpty();
    assertThat(CASE.with("sources", List.of("pod")).findings(label("{{ $labels.pod }}")))
        .hasSize(1);
  }
}
