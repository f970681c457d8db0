package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.ValueRange;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import org.jspecify.annotations.Nullable;

/// Nothing divided by nothing is NaN, which no comparison lets through; something divided by
/// nothing is infinite, which is above every threshold.
@AutoService(Check.class)
public final class PromqlNan implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.off("promql/nan", "division by what can be 0: NaN is never true, Inf always above");

  // Sizes and limits are what things have, not what they do.
  private static final String[] NEVER_ZERO = {
    "_size_bytes", "_total_bytes", "_limit_bytes", "_capacity", "MemTotal", "_max", "_limit"
  };

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Binary binary)
        || (binary.operator() != BinaryOperator.DIVIDE
            && binary.operator() != BinaryOperator.MODULO)
        || !canBeZero(binary.right(), expr)
        || isGuarded(binary.right(), expr)) {
      return;
    }
    boolean sameThing = ofOneKind(binary);
    findings.add(
        findings
            .at(
                expr.locate(binary.right()),
                sameThing
                    ? "this can be 0, and 0 / 0 is NaN: no comparison lets it through"
                    : "this can be 0: what is divided by it is infinite, or NaN where it is 0, too")
            .withHelp("leave such series out: `/ (" + shortened(binary.right(), expr) + " > 0)`"));
  }

  private static boolean canBeZero(Expr divisor, RuleExpression expr) {
    Expr inner = ExprWalk.unwrapped(divisor);
    if (inner instanceof NumberLiteral number) {
      return number.value() == 0;
    }
    Facts facts = expr.facts(divisor);
    ValueRange range = facts.range();
    if (range.isEmpty() || range.min() > 0 || range.max() < 0 || isFiltered(inner)) {
      return false;
    }
    return ExprWalk.selectors(inner).stream()
        .anyMatch(selector -> !isNeverZero(String.valueOf(selector.name())));
  }

  private static boolean isFiltered(Expr divisor) {
    return divisor instanceof Binary binary
        && binary.operator() == BinaryOperator.NOT_EQUAL
        && !binary.returnBool()
        && ExprWalk.unwrapped(binary.right()) instanceof NumberLiteral number
        && number.value() == 0;
  }

  private static boolean isNeverZero(String metric) {
    for (String ending : NEVER_ZERO) {
      if (metric.contains(ending)) {
        return true;
      }
    }
    return false;
  }

  // `a / b > 0.1 and b > 0`
  private static boolean isGuarded(Expr divisor, RuleExpression expr) {
    String text = Printer.print(ExprWalk.unwrapped(divisor));
    for (Expr each : ExprWalk.all(expr.flow().root())) {
      if (each instanceof Binary and && and.operator() == BinaryOperator.AND) {
        for (Expr side : ExprWalk.all(and)) {
          if (side instanceof Binary guard
              && guard.operator().isComparison()
              && Printer.print(ExprWalk.unwrapped(guard.left())).equals(text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  // Failed tasks are some of the tasks: without tasks there are none.
  private static boolean ofOneKind(Binary division) {
    return ExprWalk.selectors(division.left()).stream()
        .anyMatch(
            one ->
                ExprWalk.selectors(division.right()).stream()
                    .anyMatch(other -> family(one.name()).equals(family(other.name()))));
  }

  private static String family(@Nullable String metric) {
    int end = metric == null ? -1 : metric.indexOf('_');
    return metric == null || end < 0 ? String.valueOf(metric) : metric.substring(0, end);
  }

  private static String shortened(Expr divisor, RuleExpression expr) {
    String text = expr.text(ExprWalk.unwrapped(divisor)).strip();
    return text.length() > 60 || text.indexOf('\n') >= 0 ? "..." : text;
  }
}
