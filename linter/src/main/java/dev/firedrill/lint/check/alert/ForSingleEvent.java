package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One event is in the window for as long as the window is, and a `for` of that length waits for a
/// second one.
@AutoService(Check.class)
public final class ForSingleEvent implements AlertCheck {
  private static final Set<String> FUNCTIONS = Set.of("increase", "changes", "resets", "delta");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/single-event",
          Severity.INFO,
          "`increase(...) > 0` with a `for` as long as the range");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    Located<Duration> hold = rule.holdDuration();
    if (flow == null || hold == null) {
      return;
    }
    Threshold threshold = Threshold.of(flow.root()).orElse(null);
    if (threshold == null
        || threshold.operator() != BinaryOperator.GREATER
        || threshold.value() != 0) {
      return;
    }
    RangeSelector range = window(threshold.subject());
    if (range != null
        && range.range() instanceof DurationExpr.Literal literal
        && literal.millis() <= hold.value().toMillis()) {
      findings.add(
          findings
              .at(
                  hold.location(),
                  "one event never fires this: after "
                      + PrometheusDuration.format(literal.millis())
                      + " it has left the range")
              .withNote("the range", rule.expr().source().locate(range.span()))
              .withHelp("make `for` shorter than the range, or leave it out"));
    }
  }

  private static @Nullable RangeSelector window(Expr subject) {
    return switch (ExprWalk.unwrapped(subject)) {
      case Aggregation aggregation -> window(aggregation.operand());
      case Call call when FUNCTIONS.contains(call.function().name()) ->
          ExprWalk.unwrapped(call.arguments().getFirst()) instanceof RangeSelector range
              ? range
              : null;
      default -> null;
    };
  }
}
