package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;

/// An alert whose expression always returns something fires for ever.
@AutoService(Check.class)
public final class ThresholdMissing implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/missing",
          Severity.ERROR,
          "alert expression without a condition: it always fires",
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    if (!(rule.expr().result() instanceof Parsed parsed)
        || Thresholds.isConditional(parsed.expr(), findings.rules())
        || Thresholds.topLevelBool(parsed.expr()).isPresent()
        || DeliberateAlerts.isDeliberate(rule, group, findings.get(DeliberateAlerts.NAMES))) {
      return;
    }
    Expr expr = parsed.expr();
    findings.add(
        findings
            .at(
                rule.expr().source().locate(expr.span()),
                "alert "
                    + rule.name().value()
                    + " has no condition: it fires whenever there is a"
                    + " series")
            .withHelp("compare with a threshold, as in `... > 0.9`"));
  }
}
