package dev.firedrill.replay.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x > 0.9                                    | x > 0.9
          0.9 < x                                    | x > 0.9
          (((x))) == (0)                             | x == 0
          x > 1 and x < 5                            | all(x > 1, x < 5)
          1 < x < 5                                  | all(x > 1, x < 5)
          x > 1 and y > 2 and z > 3                  | all(x > 1, y > 2, z > 3)
          x > 1 or y > 2                             | any(x > 1, y > 2)
          x > 1 unless y == 1                        | except(x > 1, y == 1)
          (x and on (a) y) > 5                       | all(all(x, y), x > 5)
          x > y                                      | x > y
          vector(3) < x                              | x > vector(3)
          x                                          | x
          x > bool 5                                 | x > bool 5
          (x > bool 5) == 1                          | x > 5
          (x > bool 5) == 0                          | x > bool 5 == 0
          absent(x)                                  | absent x
          absent(x) == 1                             | absent x
          absent_over_time(x[5m])                    | absent x
          sum by (a) (x > 5)                         | x > 5
          sum(x > 5) > 3                             | sum(x > 5) > 3
          (x > 0.9) * 100                            | x > 0.9
          -(x < 3)                                   | x < 3
          topk(3, x > 5)                             | x > 5
          label_replace(x > 5, "a", "b", "c", "d")   | x > 5
          (x > 5) * on (a) group_left (b) info       | all(x > 5, info)
          x + y                                      | x + y
          time() - x > 60                            | time() - x > 60
          vector(1)                                  | vector(1)
          """)
  void takesExpressionsApart(String expr, String parts) {
    assertThat(text(Condition.of(parsed(expr)))).isEqualTo(parts);
  }

  @Test
  void findsTheComparisonsThatDecide() {
    Condition condition = Condition.of(parsed("(x > 1 or y > 2) unless on (a) z == 0"));
    assertThat(condition.deciding())
        .extracting(ConditionTest::text)
        .containsExactly("x > 1", "y > 2");
    assertThat(condition.comparisons()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x > 1                                       | a b c
          x > y                                       | a b c
          x > on (a) y                                | a
          x > ignoring (a) y                          | b c
          x > on (a) group_left y                     | a b c
          x > on (a) group_left (b) y                 | a c
          x > on (a) group_right y                    | a
          sum by (a, b) (x > 1)                       | a b
          sum without (a) (x > 1)                     | b c
          max by (a) (max without (a) (x > 1))        |
          y and on (c) x > 1                          | c
          y unless on (c) x > 1                       | c
          label_replace(x > 1, "b", "$1", "c", "(.)") | a c
          """)
  void knowsWhichLabelsTheAlertShares(String expr, String shared) {
    Condition.Comparison comparison = Condition.of(parsed(expr)).comparisons().getLast();
    String found =
        List.of("a", "b", "c").stream()
            .filter(comparison.link()::shares)
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(shared == null ? "" : shared);
  }

  @Test
  void joinsASeriesWithTheAlertInstanceThatComesOfIt() {
    Labels series = Labels.of("__name__", "x", "job", "a", "severity", "none");
    Labels alert = Labels.of("alertname", "X", "job", "a", "severity", "page");
    assertThat(LabelLink.ALL.joins(series, alert, Set.of("severity"))).isTrue();
    assertThat(LabelLink.ALL.joins(series, alert, Set.of())).isFalse();
    Labels more = Labels.of("alertname", "X", "job", "a", "pod", "p");
    assertThat(LabelLink.ALL.joins(series, more, Set.of("severity"))).isFalse();
    assertThat(new LabelLink(true, Set.of("job")).joins(series, more, Set.of())).isTrue();
  }

  @Test
  void measuresHowFarAValueIsFromPassing() {
    Condition.Comparison above = Condition.of(parsed("0.9 < x")).comparisons().getFirst();
    assertThat(above.distance(0.5, 0.9)).isEqualTo(0.4);
    assertThat(above.distance(1, 0.9)).isZero();
    assertThat(above.distance(Double.NaN, 0.9)).isInfinite();
    assertThat(above.holds(Double.NaN, 0.9)).isFalse();
  }

  static Expr parsed(String expr) {
    return ((ParseResult.Parsed) Promql.parse(expr)).expr();
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.Comparison c ->
          Printer.print(c.watched()) + " " + c.operator().symbol() + " " + print(c.threshold());
      case Condition.All all -> "all(" + texts(all.parts()) + ")";
      case Condition.Any any -> "any(" + texts(any.parts()) + ")";
      case Condition.Except except ->
          "except(" + text(except.kept()) + ", " + text(except.excluded()) + ")";
      case Condition.Absence absence -> "absent " + Printer.print(absence.watched());
      case Condition.Presence presence -> Printer.print(presence.expr());
    };
  }

  private static String print(Expr expr) {
    return Printer.print(ExprWalk.unwrapped(expr));
  }

  private static String texts(List<Condition> parts) {
    return parts.stream().map(ConditionTest::text).collect(Collectors.joining(", "));
  }
}
