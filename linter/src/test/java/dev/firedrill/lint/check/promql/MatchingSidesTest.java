package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingSidesTest {
  private static final LintCase CASE = LintCase.of("promql/vector-matching");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum by (job, pod) (x) / sum by (job) (y) > 1 | the sides are matched on all labels, but"
            + " only the left one keeps pod",
        "sum by (job) (x) / sum(y) > 1 | the sides are matched on all labels, but only the left one"
            + " keeps job",
        "sum by (job, pod) (x) and sum by (job, node) (y) | the sides are matched on all labels,"
            + " but only the left one keeps pod, and only the right one keeps node",
        "x * on (pod) group_left (node) sum by (pod) (y) > 1 | there is no label 'node' here for"
            + " group_left to take over",
      })
  void reportsSidesThatDiffer(String expr, String message) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .singleElement()
        .asString()
        .endsWith("warning: " + message.replace('\'', '`'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum by (job, pod) (x) / on (job) group_left () sum by (job) (y) > 1",
        "sum by (job) (x) / sum by (job) (y) > 1",
        "x / y > 1",
        "x / sum by (job) (y) > 1",
        "sum by (job) (x) > 1 or sum by (pod) (y) > 1",
        "sum by (job, pod) (x) / ignoring (pod) sum by (job) (y) > 1",
        "x * on (pod) group_left (node) max by (pod, node) (y) > 1",
        "sum by (job) (x) and on () sum(y) > 1",
      })
  void acceptsSidesThatFindEachOther(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }
}
