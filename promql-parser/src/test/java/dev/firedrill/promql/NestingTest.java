package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Long and deep expressions, on a thread with little stack; what is to be taken, on one with half
/// of what the launcher asks for.
class NestingTest {
  private static final int STACK = 512 * 1024;
  private static final int ENOUGH = 4 * 1024 * 1024;
  private static final int MANY = 20_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "(|a|)", "abs(|a|)", "sum by (x) (|a|)", "-|a|''", "a ^ |a|''", "a + (|a|)", "a[(|1|)]",
        "a[-|1|]", "a[1 ^ |1|]", "a offset (|1|)", "(|''|''", "sum(|''|''", "a[|1|]", "{|''|}"
      })
  void tellsOfWhatIsTooDeep(String before, String inside, String after) {
    ParseResult result = parse(before.repeat(MANY) + inside + after.repeat(MANY));
    assertThat(result).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"(|a|)", "abs(|a|)", "sum by (x) (|a|)", "-|a|''", "a ^ |a|''", "rate(|a|[5m:])"})
  void takesWhatIsDeepButNotTooDeep(String before, String inside, String after) {
    int levels = SyntaxTree.MAX_DEPTH - 2;
    ParseResult result = parse(before.repeat(levels) + inside + after.repeat(levels), ENOUGH);
    assertThat(result).isInstanceOf(Parsed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a| + a|''",
        "a| or on(x) a{b=\"c\"}|''",
        "1| - 1|''",
        "a[1| + 1|]",
        "vector(1| * 2|)"
      })
  void takesChainsOfAnyLength(String first, String next, String end) {
    ParseResult result = parse(first + next.repeat(MANY) + end);
    assertThat(result).isInstanceOf(Parsed.class);
  }

  @Test
  void walksLongChains() {
    if (parse("a" + " + b".repeat(MANY)) instanceof Parsed parsed) {
      assertThat(ExprWalk.selectors(parsed.expr())).hasSize(MANY + 1);
      assertThat(ExprWalk.<Integer>fold(parsed.expr(), (expr, parts) -> count(parts)))
          .isEqualTo(2 * MANY + 1);
      assertThat(AstJson.write(parsed.expr(), parsed.text())).endsWith("}");
    }
  }

  private static int count(Iterable<Integer> parts) {
    int sum = 1;
    for (int part : parts) {
      sum += part;
    }
    return sum;
  }

  @Test
  void keepsTheOrderOfErrorsInLongChains() {
    if (parse("{}" + "[1m:]".repeat(MANY)) instanceof Rejected rejected) {
      assertThat(rejected.errors()).hasSize(MANY);
      assertThat(rejected.first().message()).startsWith("vector selector must contain");
    }
  }

  @Test
  void foldsFromTheLeavesUp() {
    Expr expr = ExprAssert.parse("sum by (x) (a + topk(2, b))");
    String folded =
        ExprWalk.<String>fold(
            expr, (each, parts) -> each.getClass().getSimpleName().charAt(0) + parts.toString());
    assertThat(folded).isEqualTo("A[B[I[], A[N[], I[]]]]");
  }

  private static ParseResult parse(String text) {
    return parse(text, STACK);
  }

  private static ParseResult parse(String text, int stack) {
    AtomicReference<ParseResult> result = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> result.set(Promql.parse(text, ParseOptions.ALL)), "small", stack);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(result.get()).as("result").isNotNull();
    return result.get();
  }
}
