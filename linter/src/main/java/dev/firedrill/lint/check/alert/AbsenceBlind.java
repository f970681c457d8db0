package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Presence;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Too little of something is worth an alert; none at all is silence.
@AutoService(Check.class)
public final class AbsenceBlind implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/absence-blind",
          Severity.INFO,
          "`<` that goes silent when its series vanish, without an absent() beside it");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    RuleSet rules = findings.rules();
    Set<String> watched = watched(rules);
    if (watched.contains("up")) {
      // Whatever vanishes with its target is told by the alert on the target.
      return;
    }
    Set<Set<String>> reported = new HashSet<>();
    for (List<AlertingRule> alerts : rules.alerts().values()) {
      for (AlertingRule alert : alerts) {
        findings.flow(alert).ifPresent(flow -> check(alert, flow, watched, reported, findings));
      }
    }
  }

  private static void check(
      AlertingRule alert,
      Flow flow,
      Set<String> watched,
      Set<Set<String>> reported,
      Findings findings) {
    for (Threshold threshold : alternatives(flow.root())) {
      if (!threshold.isLower() || flow.of(threshold.subject()).presence() == Presence.ALWAYS) {
        continue;
      }
      Set<String> metrics = metrics(threshold.subject(), findings.rules());
      if (metrics.isEmpty()
          || metrics.stream().anyMatch(watched::contains)
          || !reported.add(metrics)) {
        continue;
      }
      String metric = metrics.iterator().next();
      findings.add(
          findings
              .at(
                  alert.expr().source().locate(threshold.comparison().span()),
                  "when `"
                      + metric
                      + "` vanishes, there is nothing to compare: the alert is silent")
              .withHelp("add an alert on `absent(" + metric + ")`, or on `up` of its job"));
    }
  }

  // Beside an `and`, a comparison only narrows down what the other side tells.
  private static List<Threshold> alternatives(Expr expr) {
    List<Threshold> found = new ArrayList<>();
    Expr rest = ExprWalk.unwrapped(expr);
    while (rest instanceof Binary binary && binary.operator() == BinaryOperator.OR) {
      Threshold.of(binary.right()).ifPresent(found::add);
      rest = ExprWalk.unwrapped(binary.left());
    }
    Threshold.of(rest).ifPresent(found::add);
    return found;
  }

  /// {@return the metrics whose absence some rule looks at}
  private static Set<String> watched(RuleSet rules) {
    Set<String> watched = new TreeSet<>();
    for (List<AlertingRule> alerts : rules.alerts().values()) {
      for (AlertingRule alert : alerts) {
        Flow flow = rules.flow(alert).orElse(null);
        if (flow == null) {
          continue;
        }
        for (Expr part : ExprWalk.all(flow.root())) {
          if (part instanceof Call call && call.function().name().startsWith("absent")) {
            watched.addAll(metrics(call.arguments().getFirst(), rules));
          } else if (part instanceof Binary binary && binary.operator() == BinaryOperator.UNLESS) {
            watched.addAll(metrics(binary.right(), rules));
          } else if (part instanceof InstantSelector selector && "up".equals(selector.name())) {
            watched.add("up");
          }
        }
      }
    }
    return watched;
  }

  /// {@return the metrics that an expression reads, with those that its records read}
  private static Set<String> metrics(Expr expr, RuleSet rules) {
    Set<String> metrics = new LinkedHashSet<>();
    collect(expr, rules, metrics);
    return metrics;
  }

  private static void collect(Expr expr, RuleSet rules, Set<String> metrics) {
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      String metric = selector.name();
      if (metric != null && metrics.add(metric)) {
        for (Rule record : rules.recordsOf(metric)) {
          rules.flow(record).ifPresent(flow -> collect(flow.root(), rules, metrics));
        }
      }
    }
  }
}
