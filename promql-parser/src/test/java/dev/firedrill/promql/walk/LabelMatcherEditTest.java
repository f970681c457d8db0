package dev.firedrill.promql.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import org.junit.jupiter.api.Test;

class LabelMatcherEditTest {
  @Test
  void addsAMatcherToEverySelector() {
    assertThat(
            set(
                "rate(a{x=\"1\"}[5m]) / on (x) max_over_time(sum(b)[1h:]) > 3",
                "job",
                Operator.EQUAL,
                "api"))
        .isEqualTo(
            "rate(a{job=\"api\",x=\"1\"}[5m]) / on (x) max_over_time(sum(b{job=\"api\"})[1h:]) >"
                + " 3");
  }

  @Test
  void replacesEveryMatcherOnTheLabel() {
    assertThat(set("a{job=~\"x.*\",job!=\"xy\",le=\"1\"}", "job", Operator.NOT_EQUAL, "z"))
        .isEqualTo("a{job!=\"z\",job!=\"z\",le=\"1\"}");
  }

  @Test
  void changesTheNameOfTheMetric() {
    assertThat(set("a{x=\"1\"} offset 5m", "__name__", Operator.EQUAL, "b"))
        .isEqualTo("b{x=\"1\"} offset 5m");
    assertThat(set("a", "__name__", Operator.REGEX, "a|b")).isEqualTo("{__name__=~\"a|b\"}");
    assertThat(set("a", "__name__", Operator.EQUAL, "disk.usage"))
        .isEqualTo("{__name__=\"disk.usage\"}");
  }

  @Test
  void keepsWhatIsNotASelector() {
    String text = "-vector(1) + topk by (a) (2, x) ^ (3) * on (a) group_left () y @ start()";
    assertThat(set(text, "z", Operator.EQUAL, "1"))
        .isEqualTo(text.replace("x)", "x{z=\"1\"})").replace("y @", "y{z=\"1\"} @"));
  }

  @Test
  void deletesEveryMatcherOnTheLabel() {
    assertThat(delete("sum(a{job=\"x\",job!=\"y\",le=\"1\"}) + b{job=\"x\"} + c", "job"))
        .isEqualTo("sum(a{le=\"1\"}) + b + c");
    assertThat(delete("a{x=\"1\"}", "__name__")).isEqualTo("{x=\"1\"}");
  }

  private static String set(String text, String label, Operator operator, String value) {
    return Printer.print(
        LabelMatcherEdit.set(parse(text), LabelMatcher.of(label, operator, value)));
  }

  private static String delete(String text, String label) {
    return Printer.print(LabelMatcherEdit.delete(parse(text), label));
  }

  private static Expr parse(String text) {
    ParseResult result = Promql.parse(text);
    assertThat(result).as(text).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).expr();
  }
}
