package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.flow.Unit;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;

/// What is nearly full crosses its threshold again and again.
@AutoService(Check.class)
public final class KeepFiring implements AlertCheck {
  private static final double NEARLY_FULL = 0.9;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/keep-firing", Severity.INFO, "raw gauge near saturation without `keep_firing_for`");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    Threshold threshold = flow == null ? null : Threshold.of(flow.root()).orElse(null);
    if (flow == null
        || threshold == null
        || rule.keepFiringFor() != null
        || !threshold.isUpper()
        || smooths(threshold.subject(), findings)) {
      return;
    }
    Unit unit = flow.of(threshold.subject()).unit();
    double full = unit.equals(Unit.RATIO) ? 1 : unit.equals(Unit.PERCENT) ? 100 : Double.NaN;
    if (threshold.value() >= NEARLY_FULL * full && threshold.value() < full) {
      findings.add(
          findings
              .at(
                  rule.expr().source().locate(threshold.comparison().span()),
                  "a gauge this near to full crosses "
                      + "its threshold to and fro: each time the alert resolves and fires anew")
              .withHelp("add `keep_firing_for: 5m`, or compare avg_over_time()"));
    }
  }

  private static boolean smooths(Expr expr, Findings findings) {
    return ExprWalk.all(expr).stream()
        .anyMatch(
            part ->
                part instanceof RangeSelector
                    || part instanceof Subquery
                    || (part instanceof Expr.InstantSelector selector
                        && !findings.rules().recordsOf(String.valueOf(selector.name())).isEmpty()));
  }
}
