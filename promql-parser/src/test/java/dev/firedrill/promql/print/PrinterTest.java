package dev.firedrill.promql.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PrinterTest {
  private static final Path GOLDEN = Path.of("promql-parser/src/test/resources/print");
  private static final List<String> EXPRESSIONS =
      List.of(
          "1e3 + 0x10 - .5 * 1e-7",
          "-Inf",
          "Inf ^ nan",
          "90m",
          "-36h",
          "'a \"b\" \\'c\\''",
          "`raw \\ \"quoted\"`",
          "up{job='api' , instance=~`a.*`,}",
          "{'disk.usage', 'mount point'!=\"/\"}",
          "{__name__=~'node_.+'} @ 1700000000.5 offset 1d12h",
          "rate(http_requests_total [300])",
          "max_over_time(rate(x[5m])[1d:90s] @ end() offset -1w)",
          "sum(x) by (instance, 'pod.name')",
          "topk without (pod) (2 + 1, x)",
          "a == bool on () group_right () b",
          "a and ignoring (x,) b unless on (y) c",
          "a * on (x) group_left (y) fill (0) b",
          "a - fill_left (1) fill_right (-1) b",
          "-(-x ^ 2)",
          "delta(x[(5m + step()) * 2] smoothed offset -(range() / 2))",
          "info(up, {env=~'prod|stage'})",
          "time() - day_of_month()",
          "histogram_quantile(0.99, sum by (le, job) (rate(request_duration_seconds_bucket"
              + "{job=~\"api|web\", code!~\"5..\"}[5m] offset 10m))) > on (job) group_left (team)"
              + " slo_target{objective=\"latency\"} and on (job) up == 1");

  @Test
  void printsOnOneLine() {
    Golden.assertMatches(GOLDEN.resolve("one-line.txt"), listing(Printer::print));
  }

  @Test
  void printsPretty() {
    Golden.assertMatches(GOLDEN.resolve("pretty-100.txt"), listing(PrettyPrinter::print));
    Golden.assertMatches(
        GOLDEN.resolve("pretty-20.txt"), listing(expr -> PrettyPrinter.print(expr, 20)));
  }

  @Test
  void countsBytesRatherThanCharacters() {
    Expr expr = parse("(x + {a='é炬😀'})");
    String text = Printer.print(expr);
    assertThat(text).hasSize(16).isEqualTo("(x + {a=\"é炬😀\"})");
    assertThat(PrettyPrinter.print(expr, 21)).isEqualTo(text);
    assertThat(PrettyPrinter.print(expr, 20)).startsWith("(\n");
  }

  @Test
  void printsLongChainsWithoutDeepRecursion() {
    String text = "x" + " + x".repeat(50_000);
    assertThat(Printer.print(parse(text))).isEqualTo(text);
    String chain = "x" + " + x".repeat(2_000);
    String pretty = PrettyPrinter.print(parse(chain));
    assertThat(pretty.lines().map(String::strip).toList())
        .endsWith("+", "x")
        .contains("x" + " + x".repeat(24));
  }

  private static String listing(Function<Expr, String> print) {
    StringBuilder out = new StringBuilder();
    for (String text : EXPRESSIONS) {
      out.append("# ").append(text).append('\n').append(print.apply(parse(text))).append("\n\n");
    }
    return out.toString();
  }

  private static Expr parse(String text) {
    ParseResult result = Promql.parse(text, ParseOptions.ALL);
    assertThat(result).as(text).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).expr();
  }

  @Test
  void givesUpOnWhatIsLongerThanAsked() {
    Expr chain = parse("a" + " or b".repeat(40));
    String whole = PrettyPrinter.print(chain);
    int length = whole.length();
    assertThat(PrettyPrinter.printUpTo(length + 10, chain, 100, null)).contains(whole);
    assertThat(PrettyPrinter.printUpTo(length / 2, chain, 100, null)).isEmpty();
  }
}
