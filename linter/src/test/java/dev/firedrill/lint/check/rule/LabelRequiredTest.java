package dev.firedrill.lint.check.rule;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelRequiredTest {
  private static final LintCase CASE = LintCase.of("label/required");

  @Test
  void reportsWhatTheSettingsAskFor() {
    String rules = alert("expr: up == 0", "labels: {team: ml}");
    assertThat(CASE.findings(rules)).isEmpty();
    assertThat(CASE.with("required", List.of("service", "team")).findings(rules))
        .containsExactly("4:12 warning: alert SomethingWrong has no label `service`");
    assertThat(CASE.with("forbidden", List.of("team")).findings(rules))
        .containsExactly("6:14 warning: alert SomethingWrong must not set `team`");
    assertThat(CASE.with("values", Map.of("team", List.of("infra"))).findings(rules))
        .containsExactly("6:20 warning: `ml` is no value for `team`");
    assertThat(CASE.with("values", Map.of("team", List.of("ml"))).findings(rules)).isEmpty();
  }
}
