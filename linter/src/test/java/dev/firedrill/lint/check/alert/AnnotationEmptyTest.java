package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationEmptyTest {
  private static final LintCase CASE = LintCase.of("annotation/empty");

  @ParameterizedTest
  @ValueSource(
      strings = {"TODO", "FIXME: describe", "tbd", "https://your-wiki.example.com/x", "..."})
  void reportsPlaceholders(String text) {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {summary: '" + text + "'}")))
        .containsExactly("6:29 warning: annotation `summary` is a placeholder");
  }

  @Test
  void reportsEmptyOnes() {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {summary: ''}")))
        .containsExactly("6:19 warning: annotation `summary` is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Todo list service is down", "None of the workers answers", "Test run failed"})
  void acceptsTexts(String text) {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {summary: '" + text + "'}")))
        .hasSize(text.startsWith("Todo ") ? 1 : 0);
  }
}
