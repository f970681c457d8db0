package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Without `for`, one bad sample pages somebody.
@AutoService(Check.class)
public final class ForMissing implements AlertCheck {
  private static final Parameter<List<String>> EXCUSED =
      Parameter.strings(
          "excused_severities", List.of("none", "info"), "severities that need no `for`");
  // In seconds; latencies are shorter.
  private static final double LEAST_AGE = 3600;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/missing",
          Severity.WARNING,
          "alert without `for`, on a single sample of each series",
          EXCUSED,
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    if (rule.holdDuration() != null
        || !(rule.expr().result() instanceof Parsed parsed)
        || isOfAlerts(parsed.expr())
        || smooths(parsed.expr())
        || isOfAges(findings.flow(rule).orElse(null))
        || ForAbsent.absent(parsed.expr()) != null
        || isExcused(rule, group, findings)
        || DeliberateAlerts.isDeliberate(rule, group, findings.get(DeliberateAlerts.NAMES))) {
      return;
    }
    findings.add(
        findings
            .at(
                rule.name().location(),
                "alert " + rule.name().value() + " has no `for`: one bad sample fires it")
            .withHelp("add `for: 5m`, or as long as the condition may last before it matters"));
  }

  private static boolean isExcused(AlertingRule rule, RuleGroup group, Findings findings) {
    return AlertLabels.label(rule, group, "severity")
        .map(SourceText::text)
        .filter(findings.get(EXCUSED)::contains)
        .isPresent();
  }

  // No sample decides it, or alerts that have waited already.
  private static boolean isOfAlerts(Expr expr) {
    return ExprWalk.selectors(expr).stream().allMatch(each -> "ALERTS".equals(each.name()));
  }

  // How old something is, or how long it will last, is not changed by one bad sample.
  private static boolean isOfAges(@Nullable Flow flow) {
    if (flow == null) {
      return false;
    }
    for (Expr part : ExprWalk.all(flow.root())) {
      if (part instanceof Call call && call.function().name().equals("time")) {
        return true;
      }
    }
    Threshold threshold = Threshold.of(flow.root()).orElse(null);
    return threshold != null
        && flow.of(threshold.subject()).unit().isDuration()
        && threshold.value() >= LEAST_AGE * flow.of(threshold.subject()).unit().scale();
  }

  /// {@return whether the expression looks at samples over a range}
  private static boolean smooths(Expr expr) {
    return ExprWalk.all(expr).stream()
        .anyMatch(each -> each instanceof RangeSelector || each instanceof Subquery);
  }
}
