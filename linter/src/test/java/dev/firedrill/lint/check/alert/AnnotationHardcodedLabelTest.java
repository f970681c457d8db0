package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationHardcodedLabelTest {
  private static final LintCase CASE = LintCase.of("annotation/hardcoded-label");

  private static String text(String text) {
    return alert("expr: up == 0", "annotations: {summary: '" + text + "'}");
  }

  @Test
  void reportsAddresses() {
    assertThat(CASE.findings(text("errors on localhost:9100 rise")))
        .containsExactly(
            "6:39 info: `localhost:9100` stands in the text by hand, whichever instance is meant");
    assertThat(CASE.findings(text("db1.example.com:9104 is down"))).hasSize(1);
    assertThat(CASE.findings(text("10.0.0.1:9100"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see http://localhost:9090/graph",
        "see https://wiki.example.com:8443/x",
        "ratio 16:9000 of it",
        "at 12:30 today",
        "instance {{ $labels.instance }}",
        "note: 5000 errors",
      })
  void acceptsOtherTexts(String text) {
    assertThat(CASE.findings(text(text))).isEmpty();
  }

  @Test
  void acceptsAnInstanceThatTheExpressionNames() {
    assertThat(
            CASE.findings(
                alert(
                    "expr: up{instance=\"localhost:9090\"} == 0",
                    "annotations: {summary: 'localhost:9090 is down'}")))
        .isEmpty();
  }
}
