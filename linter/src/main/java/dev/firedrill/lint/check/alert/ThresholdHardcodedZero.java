package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A single error in any time is no reason to wake somebody.
@AutoService(Check.class)
public final class ThresholdHardcodedZero implements AlertCheck {
  private static final Set<String> WORDS = Set.of("errors", "exceptions", "failures");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/hardcoded-zero",
          Severity.INFO,
          "a raw number of errors above zero: too sensitive");

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
    Threshold threshold = Threshold.of(flow.root()).orElse(null);
    if (threshold != null) {
      // Counters have a check of their own, which says more.
      if (isAboveZero(threshold)
          && flow.of(threshold.subject()).kind() != MetricKind.COUNTER
          && countsErrors(threshold.subject())) {
        findings.add(
            findings
                .at(
                    rule.expr().source().locate(threshold.comparison().span()),
                    "a single error fires alert " + rule.name().value())
                .withHelp(
                    "compare a share of all, or an increase over a window, with what matters"));
      }
    }
  }

  private static boolean isAboveZero(Threshold threshold) {
    double value = threshold.value();
    return switch (threshold.operator()) {
      case GREATER, NOT_EQUAL -> value == 0;
      case GREATER_OR_EQUAL -> value == 1;
      default -> false;
    };
  }

  private static boolean countsErrors(Expr subject) {
    return switch (ExprWalk.unwrapped(subject)) {
      case InstantSelector selector -> isNamedForErrors(selector.name());
      case Aggregation aggregation ->
          aggregation.operator() == AggregationOperator.SUM && countsErrors(aggregation.operand());
      default -> false;
    };
  }

  private static boolean isNamedForErrors(@Nullable String metric) {
    if (metric == null || metric.indexOf(':') >= 0) {
      return false;
    }
    String[] words = metric.split("_", -1);
    String last = words[words.length - 1];
    return WORDS.contains(last)
        || (last.equals("count")
            && words.length > 1
            && WORDS.contains(words[words.length - 2] + "s"));
  }
}
