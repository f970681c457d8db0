package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.flow.Comparison;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.MatchedLabels;
import dev.firedrill.promql.flow.Presence;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;

/// A comparison that comes out the same whatever the values are is no condition.
@AutoService(Check.class)
public final class ThresholdConstant implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/constant",
          Severity.ERROR,
          "comparison that is always false, or always true",
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Binary binary)
        || binary.returnBool()
        || (expr.rule() instanceof AlertingRule alert
            && DeliberateAlerts.isDeliberate(
                alert, expr.group(), findings.get(DeliberateAlerts.NAMES)))) {
      return;
    }
    if (binary.operator().isComparison()) {
      comparison(binary, expr, findings);
    } else if (binary.operator() == BinaryOperator.AND && excludes(binary, expr)) {
      findings.add(
          findings
              .at(expr.locate(binary), "the two sides exclude each other: this is never true")
              .withHelp("join them by `or` if either is enough"));
    }
  }

  private static boolean excludes(Binary and, RuleExpression expr) {
    Facts left = expr.facts(and.left());
    Facts right = expr.facts(and.right());
    return expr.facts(and).presence() == Presence.NEVER
        && left.presence() != Presence.NEVER
        && right.presence() != Presence.NEVER
        && MatchedLabels.contradiction(and, left.labels(), right.labels()).isEmpty();
  }

  private static void comparison(Binary binary, RuleExpression expr, Findings findings) {
    Facts left = expr.facts(binary.left());
    Facts right = expr.facts(binary.right());
    switch (Comparison.outcome(binary, left, right)) {
      case ALWAYS_FALSE -> alwaysFalse(binary, left, right, expr, findings);
      case ALWAYS_TRUE -> alwaysTrue(binary, left, expr, findings);
      case OPEN -> {
        // It depends, as it should.
      }
    }
  }

  private static void alwaysFalse(
      Binary binary, Facts left, Facts right, RuleExpression expr, Findings findings) {
    if (left.presence() == Presence.NEVER || right.presence() == Presence.NEVER) {
      return;
    }
    Diagnostic diagnostic =
        findings.at(
            expr.locate(binary),
            "this is never true: " + Bounds.words(binary.left(), left, binary.right(), right));
    boolean counted =
        ExprWalk.unwrapped(binary.left()) instanceof Aggregation aggregation
            && left.range().min() > 0
            && right.range().max() < left.range().min()
            && aggregation.operator() != AggregationOperator.GROUP;
    findings.add(
        counted
            ? diagnostic.withHelp(
                "an aggregation over nothing returns nothing, not 0: use absent() or `unless`")
            : diagnostic);
  }

  private static void alwaysTrue(
      Binary binary, Facts left, RuleExpression expr, Findings findings) {
    Expr operand = ExprWalk.unwrapped(binary.left());
    boolean whole = ExprWalk.unwrapped(expr.flow().root()).equals(binary);
    if (left.presence() == Presence.ALWAYS && whole && expr.isAlert()) {
      findings.add(
          findings.at(expr.locate(binary), "this is always true: the alert fires all the time"));
    } else if (operand instanceof Call call && call.function().name().startsWith("absent")) {
      findings.add(
          findings
              .at(
                  Severity.INFO,
                  expr.locate(binary),
                  "the comparison is redundant: "
                      + call.function().name()
                      + "() returns 1 or nothing")
              .withHelp("leave it out"));
    }
  }
}
