package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import org.jspecify.annotations.Nullable;

/// A counter that has passed a number stays above it until its process restarts.
@AutoService(Check.class)
public final class ThresholdNeverResolves implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/never-resolves",
          Severity.WARNING,
          "counter compared without rate: once above, it stays above");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    if (flow == null) {
      return;
    }
    Threshold threshold = lasting(flow.root(), flow);
    if (threshold != null) {
      findings.add(
          findings
              .at(
                  rule.expr().source().locate(threshold.comparison().span()),
                  "this is a counter: once above "
                      + GoFloat.general(threshold.value())
                      + ", alert "
                      + rule.name().value()
                      + " fires until a restart")
              .withHelp("look at its increase: `increase(...[1h]) > ...`"));
    }
  }

  // What is joined by `and` resolves as soon as one side does, and often one side only asks whether
  // there has been anything at all.
  private static @Nullable Threshold lasting(Expr expr, Flow flow) {
    if (ExprWalk.unwrapped(expr) instanceof Binary binary && binary.operator().isSet()) {
      Threshold left = lasting(binary.left(), flow);
      return switch (binary.operator()) {
        case OR -> left == null ? lasting(binary.right(), flow) : left;
        case AND -> left == null || lasting(binary.right(), flow) == null ? null : left;
        default -> null;
      };
    }
    Threshold threshold = Threshold.of(expr).orElse(null);
    boolean counter =
        threshold != null
            && threshold.isUpper()
            && flow.of(threshold.subject()).kind() == MetricKind.COUNTER;
    return counter ? threshold : null;
  }
}
