package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One missed scrape makes a series absent.
@AutoService(Check.class)
public final class ForAbsent implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/absent",
          Severity.WARNING,
          "`absent()` without a `for` of at least two scrapes",
          RangeParameters.SCRAPE_INTERVAL);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    Call absent = flow == null ? null : absent(flow.root());
    if (absent == null) {
      return;
    }
    Located<Duration> hold = rule.holdDuration();
    Location place = rule.expr().source().locate(absent.span());
    if (hold == null || hold.value().isZero()) {
      findings.add(
          findings
              .at(
                  place,
                  "absent() without `for`: a restart of Prometheus or a missed scrape fires it")
              .withHelp("add `for: 5m`"));
      return;
    }
    long interval = RangeParameters.scrapeInterval(absent, findings).toMillis();
    if (hold.value().toMillis() < 2 * interval) {
      findings.add(
          findings
              .at(
                  hold.location(),
                  "absent() with a `for` under two scrapes of "
                      + PrometheusDuration.format(interval))
              .withHelp("wait for at least " + PrometheusDuration.format(2 * interval)));
    }
  }

  /// {@return the absent() that decides whether the expression returns anything}
  static @Nullable Call absent(Expr expr) {
    Expr inner = ExprWalk.unwrapped(expr);
    while (inner instanceof Binary binary) {
      if (binary.operator().isSet() && binary.operator() != BinaryOperator.UNLESS) {
        Call right = absent(binary.right());
        if (right != null) {
          return right;
        }
      } else if (!binary.operator().isComparison()) {
        return null;
      }
      inner = ExprWalk.unwrapped(binary.left());
    }
    return inner instanceof Call call && call.function().name().equals("absent") ? call : null;
  }
}
