package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ThresholdBoolTest {
  private static final LintCase CASE = LintCase.of("threshold/bool");

  @Test
  void pointsAtTheWord() {
    assertThat(CASE.findings(alert("expr: (boolean_gauge > BOOL 1)")))
        .containsExactly(
            "5:28 error: `bool` makes the comparison answer 0 instead of nothing: alert"
                + " SomethingWrong always fires");
  }

  @Test
  void takesTheWordOut() {
    Diagnostic found = CASE.diagnostics(alert("expr: a > bool  1")).getFirst();
    TextEdit edit = found.fixes().getFirst().edits().getFirst();
    assertThat(edit.text()).isEmpty();
    assertThat(edit.location().end().offset() - edit.location().start().offset()).isEqualTo(6);
  }

  @Test
  void looksForTheWordOutsideOfComments() {
    String rules = alert("expr: |", "  a >  # bool?", "  bool 1");
    assertThat(CASE.fixed(rules)).isEqualTo(alert("expr: |", "  a >  # bool?", "  1"));
  }

  @Test
  void offersNoFixBetweenNumbers() {
    assertThat(CASE.diagnostics(alert("expr: 1 > bool 0")).getFirst().fixes()).isEmpty();
  }

  @Test
  void acceptsBoolBelowTheTop() {
    assertThat(CASE.findings(alert("expr: sum(a > bool 1) > 3"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a > 1"))).isEmpty();
  }
}
