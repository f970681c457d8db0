package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserProperties {
  private static final List<String> WORDS =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "@",
          "+",
          "-",
          "*",
          "/",
          "^",
          "==",
          "!=",
          "<",
          ">",
          "=~",
          "!",
          "=",
          "</",
          "and",
          "or",
          "unless",
          "by",
          "without",
          "on",
          "ignoring",
          "group_left",
          "bool",
          "fill",
          "offset",
          "anchored",
          "sum",
          "topk",
          "rate",
          "step()",
          "start()",
          "min_of",
          "up",
          "a:b",
          "5m",
          "7",
          "0.5",
          "1e3",
          "0x",
          "\"x\"",
          "'y",
          "`z`",
          "NaN",
          "atan2",
          "#",
          "\\",
          "é",
          "\ud83d\ude00",
          "\udcff",
          "\n",
          "[5m]",
          "[5m:]",
          "{a=\"b\"}",
          "sum by (a) (",
          "rate(x[",
          "vector(1)");
  private static final List<String> VALID =
      List.of(
          "sum by (job) (rate(requests_total{code=~\"5..\"}[5m])) / on(job) group_left(x) up > 0.5",
          "max_over_time(sum(rate(a[1m]))[30m:1m] offset 1h @ 1700000000) unless b{c!~\"d|e\"}",
          "histogram_quantile(0.99, sum by (le) (rate(x_bucket[5m]))) * -2 ^ 3",
          "label_replace({\"a b\", 'c d'=\"é\"}, \"x\", \"$1\", \"y\", \"(.*)\") or vector(time())",
          "x[2 * (1m + step())] anchored offset -min_of(1m, 2)",
          "a + on(b) fill_left(1) fill_right(-2) c");

  @Property(tries = 3000)
  void tokenSoupGivesAResult(@ForAll("soup") String text) {
    assertSound(text);
  }

  @Property(tries = 3000)
  void mutatedExpressionsGiveAResult(@ForAll("mutated") String text) {
    assertSound(text);
  }

  @Property(tries = 1000)
  void anyTextGivesAResult(@ForAll String text) {
    assertSound(text);
  }

  private static void assertSound(String text) {
    switch (Promql.parse(text, ParseOptions.ALL)) {
      case Rejected rejected -> {
        assertThat(rejected.errors()).isNotEmpty();
        rejected.errors().forEach(error -> assertInside(error.span(), new Span(0, text.length())));
        assertThat(rejected.first().format(text)).contains(": parse error: ");
      }
      case Parsed parsed -> {
        assertThat(ValueTypes.of(parsed.expr())).isEqualTo(parsed.type());
        assertInside(parsed.expr().span(), new Span(0, text.length()));
        ExprWalk.forEach(parsed.expr(), ParserProperties::assertCoversParts);
        assertThat(AstJson.write(parsed.expr(), text)).startsWith("{\"node\": ");
      }
    }
  }

  private static void assertCoversParts(Expr expr) {
    ExprWalk.children(expr).forEach(part -> assertInside(part.span(), expr.span()));
  }

  private static void assertInside(Span inner, Span outer) {
    assertThat(inner.start()).isBetween(outer.start(), outer.end());
    assertThat(inner.end()).isBetween(inner.start(), outer.end());
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMaxSize(12)
        .flatMap(words -> Arbitraries.of("", " ").map(between -> String.join(between, words)));
  }

  @Provide
  Arbitrary<String> mutated() {
    return Arbitraries.of(VALID)
        .flatMap(
            text ->
                Arbitraries.integers()
                    .between(0, text.length())
                    .tuple2()
                    .flatMap(
                        ends ->
                            Arbitraries.of(WORDS)
                                .list()
                                .ofMaxSize(2)
                                .map(words -> splice(text, ends.get1(), ends.get2(), words))));
  }

  // Puts words in place of a few characters.
  private static String splice(String text, int from, int to, List<String> words) {
    int end = Math.min(text.length(), from + to % 4);
    return text.substring(0, from) + String.join("", words) + text.substring(end);
  }
}
