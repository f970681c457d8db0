package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromqlImpossibleTest {
  private static final LintCase CASE = LintCase.of("promql/impossible");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x{a=\"b\", a=\"c\"} | no series can match both 'a=\"c\"' and 'a=\"b\"'",
        "x{a=\"\", a=~\".+\"} > 1 | no series can match both 'a=\"\"' and 'a=~\".+\"'",
        "absent(x or vector(0)) | absent() never returns anything: there is always something"
            + " inside",
        "x{a=\"b\"} / y{a=\"c\"} | the sides never match: 'a' is \"b\" on the left and \"c\" on the"
            + " right",
        "sum by (a) (x{a=\"b\"}) / sum(y) | the sides never match: only the left one has the label"
            + " 'a'",
        "sum(x) / on (a) y{a=\"b\"} | the sides never match: only the right one has the label 'a'",
      })
  void reportsWhatNothingCanMatch(String expr, String message) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'")))
        .singleElement()
        .asString()
        .contains(message.replace('\'', '`'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x{a=\"b\"} / ignoring (a) y{a=\"c\"}",
        "x{a=~\"b.*\", a!=\"bc\"}",
        "sum by (a) (x) / sum(y)",
        "sum(x) / on () sum(y)",
        "count(x) == 0",
        "x{a=\"\"} and y{b=\"\"}",
        "x{a=\"b\"} or y{a=\"c\"}",
      })
  void acceptsWhatMayMatch(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).isEmpty();
  }

  @Test
  void reportsTheInnermostPartOnly() {
    assertThat(CASE.findings(alert("expr: 'sum(rate(x{a=\"b\",a=\"c\"}[5m])) > 1'"))).hasSize(1);
  }

  @Test
  void looksThroughRecords() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: job:errors:rate5m
            expr: sum by (job) (rate(errors_total[5m]))
          - alert: A
            expr: job:errors:rate5m{instance="a"} > 1
          - alert: B
            expr: job:errors:rate5m{job="a"} > 1
        """;
    assertThat(CASE.findings(rules))
        .containsExactly("7:11 error: no series of `job:errors:rate5m` has the label `instance`");
  }
}
