package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;

/// Without a metric name, a selector reads whatever comes to carry the labels.
@AutoService(Check.class)
public final class BareSelector implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/bare-selector",
          Severity.WARNING,
          "selector without a metric name, or for all of them");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (part instanceof InstantSelector selector
        && selector.name() == null
        && !selector.trusted()
        && selector.matchers().stream().noneMatch(BareSelector::names)) {
      findings.add(
          findings
              .at(expr.locate(selector), "this selects series of any metric")
              .withHelp("name the metric before the braces"));
    }
  }

  private static boolean names(LabelMatcher matcher) {
    return matcher.name().equals(Labels.METRIC_NAME)
        && !matcher.operator().isNegative()
        && !matcher.value().equals(".*")
        && !matcher.value().equals(".+");
  }
}
