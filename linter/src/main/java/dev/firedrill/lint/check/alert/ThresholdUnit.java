package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.flow.Comparison;
import dev.firedrill.promql.flow.Comparison.Outcome;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.flow.Unit;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.HashSet;
import java.util.Set;

/// A share compared with a number that only a percentage can reach, and the like.
@AutoService(Check.class)
public final class ThresholdUnit implements AlertCheck {
  private static final double LEAST_PERCENTAGE = 20;
  private static final double LEAST_SHARE = 0.5;
  private static final double LEAST_MILLISECONDS = 500;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/unit",
          Severity.WARNING,
          "ratio compared with a percentage, seconds with milliseconds");

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
    for (Threshold threshold : Threshold.deciding(flow.root())) {
      Facts facts = flow.of(threshold.subject());
      // What lies outside the range is reported as never true.
      if (Comparison.outcome(
              threshold.comparison(),
              flow.of(threshold.comparison().left()),
              flow.of(threshold.comparison().right()))
          == Outcome.OPEN) {
        report(rule, threshold, facts.unit(), findings);
      }
    }
  }

  private static void report(AlertingRule rule, Threshold threshold, Unit unit, Findings findings) {
    double value = threshold.value();
    Location place = rule.expr().source().locate(threshold.number().span());
    String text =
        rule.expr()
            .source()
            .text()
            .substring(threshold.number().span().start(), threshold.number().span().end());
    if (unit.equals(Unit.RATIO)
        && value >= LEAST_PERCENTAGE
        && value <= 100
        && isShare(threshold.subject())) {
      findings.add(
          findings
              .at(
                  place,
                  "the left side is a ratio, where 1 is all: " + text + " looks like a percentage")
              .withHelp("compare with " + GoFloat.general(value / 100) + ", or multiply by 100"));
    } else if (unit.equals(Unit.PERCENT) && looksLikeShare(threshold)) {
      findings.add(
          findings
              .at(place, "the left side is a percentage: " + text + " looks like a ratio")
              .withHelp("compare with " + GoFloat.general(value * 100)));
    } else if (unit.equals(Unit.SECONDS) && looksLikeMilliseconds(threshold)) {
      findings.add(
          findings
              .at(place, "the left side is in seconds: " + text + " looks like milliseconds")
              .withHelp("compare with " + GoFloat.general(value / 1000)));
    }
  }

  private static boolean looksLikeShare(Threshold threshold) {
    double value = threshold.value();
    return value > 0 && value < 1 && (threshold.isLower() || value > LEAST_SHARE);
  }

  // Latencies of minutes are rare, ages and uptimes of hours are not.
  private static boolean looksLikeMilliseconds(Threshold threshold) {
    double value = threshold.value();
    return threshold.isUpper()
        && !threshold.number().duration()
        && value >= LEAST_MILLISECONDS
        && value % 100 == 0
        && value % 60 != 0
        && ExprWalk.all(threshold.subject()).stream().anyMatch(ThresholdUnit::isLatency);
  }

  private static boolean isLatency(Expr part) {
    return part instanceof Call call && call.function().name().equals("histogram_quantile");
  }

  // A share of work, such as seconds of CPU time per second, has no upper end at 1.
  private static boolean isShare(Expr subject) {
    return switch (ExprWalk.unwrapped(subject)) {
      case InstantSelector _ -> true;
      case Binary binary when binary.operator() == BinaryOperator.DIVIDE -> sameKind(binary);
      case Binary binary -> isShare(binary.left()) || isShare(binary.right());
      case Aggregation aggregation -> isShare(aggregation.operand());
      case Call call when !call.arguments().isEmpty() -> isShare(call.arguments().getLast());
      case Subquery subquery -> isShare(subquery.inner());
      default -> false;
    };
  }

  // Bytes by bytes is a share; requests by connections is not.
  private static boolean sameKind(Binary division) {
    Set<String> above = families(division.left());
    above.retainAll(families(division.right()));
    return !above.isEmpty();
  }

  private static Set<String> families(Expr expr) {
    Set<String> families = new HashSet<>();
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      String metric = selector.name();
      if (metric != null) {
        int end = metric.indexOf('_', metric.indexOf('_') + 1);
        families.add(end < 0 ? metric : metric.substring(0, end));
      }
    }
    return families;
  }
}
