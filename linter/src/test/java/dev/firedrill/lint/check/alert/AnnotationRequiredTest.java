package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationRequiredTest {
  private static final LintCase CASE = LintCase.of("annotation/required");

  @Test
  void pointsAtTheName() {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {runbook_url: x}")))
        .containsExactly("4:12 info: alert SomethingWrong says nothing to the one it pages");
  }

  @Test
  void acceptsAnyOneOfThem() {
    for (String name : List.of("summary", "description", "message")) {
      assertThat(CASE.findings(alert("expr: up == 0", "annotations: {" + name + ": x}"))).isEmpty();
    }
  }

  @Test
  void asksForOthersWhereToldSo() {
    LintCase title = CASE.with("any_of", List.of("title"));
    assertThat(title.findings(alert("expr: up == 0", "annotations: {summary: x}"))).hasSize(1);
    assertThat(title.diagnostics(alert("expr: up == 0")).getFirst().help())
        .isEqualTo("add one of `title` under `annotations:`");
  }

  @Test
  void asksForAllThatASeverityNeeds() {
    LintCase strict = CASE.with("per_severity", Map.of("page", List.of("summary", "runbook_url")));
    assertThat(
            strict.findings(
                alert("expr: up == 0", "labels: {severity: page}", "annotations: {summary: a}")))
        .containsExactly("4:12 info: alert SomethingWrong lacks the annotation `runbook_url`");
    assertThat(strict.findings(alert("expr: up == 0", "annotations: {summary: a}"))).isEmpty();
  }
}
