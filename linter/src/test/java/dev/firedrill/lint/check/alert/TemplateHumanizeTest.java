package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateHumanizeTest {
  private static final LintCase CASE = LintCase.of("template/humanize");

  private static String rule(String expr, String text) {
    return alert("expr: " + expr, "annotations: {summary: '" + text + "'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a_used_bytes / a_size_bytes > 0.9 | the value is a ratio, and is printed with all its"
            + " digits",
        "sum(rate(errors_total[5m])) > 5 | the value is a rate, and is printed with all its digits",
        "time() - last_success_timestamp_seconds > 5 | the value is a duration, and is printed with"
            + " all its digits",
        "queue_bytes > 5 | the value is bytes, and is printed with all its digits",
      })
  void reportsRawValues(String expr, String message) {
    assertThat(CASE.findings(rule(expr, "at {{ $value }}")))
        .singleElement()
        .asString()
        .endsWith("info: " + message);
  }

  @Test
  void acceptsValuesMadeReadableAndWholeNumbers() {
    assertThat(CASE.findings(rule("sum(rate(e_total[5m])) > 5", "{{ $value | humanize }}")))
        .isEmpty();
    assertThat(CASE.findings(rule("sum(rate(e_total[5m])) > 5", "{{ printf \"%.2f\" $value }}")))
        .isEmpty();
    assertThat(CASE.findings(rule("queue_length > 5", "{{ $value }}"))).isEmpty();
    assertThat(CASE.findings(rule("count(up == 0) > 5", "{{ $value }}"))).isEmpty();
  }

  @Test
  void acceptsAValueThatIsShownInBothWays() {
    assertThat(
            CASE.findings(
                alert(
                    "expr: rate(errors_total[5m]) > 5",
                    "annotations: {summary: '{{ $value | humanize }}/s, exactly {{ $value }}'}")))
        .isEmpty();
  }
}
