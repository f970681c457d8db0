package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers;

/// What only some servers understand.
@AutoService(Check.class)
public final class PromqlExperimental implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/experimental", Severity.INFO, "syntax that needs a feature flag of the server");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    switch (part) {
      case Call call when call.function().experimental() ->
          report(
              part, call.function().name() + "()", "promql-experimental-functions", expr, findings);
      case Aggregation aggregation when aggregation.operator().isExperimental() ->
          report(
              part,
              aggregation.operator().keyword() + "()",
              "promql-experimental-functions",
              expr,
              findings);
      case Binary binary
          when binary.matching().fillLeft() != null || binary.matching().fillRight() != null ->
          report(part, "fill", "promql-binop-fill-modifiers", expr, findings);
      case InstantSelector selector when selector.modifiers().edges() != Modifiers.Edges.PLAIN ->
          report(part, "anchored and smoothed", "promql-extended-range-selectors", expr, findings);
      default -> {
        // Known everywhere.
      }
    }
  }

  private static void report(
      Expr part, String what, String flag, RuleExpression expr, Findings findings) {
    findings.add(
        findings
            .at(
                expr.locate(part),
                what + " works only where Prometheus runs with --enable-feature=" + flag)
            .withHelp("set the flag wherever the rule is loaded"));
  }
}
