package dev.firedrill.rules.test.coverage;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The labels of the series that a rule writes, as far as they are known without data.
///
/// @param known names and values; an empty value for a label that the series do not have
/// @param alerting whether the series are `ALERTS` and `ALERTS_FOR_STATE`
record WrittenSeries(Map<String, String> known, boolean alerting) {
  private static final List<String> ALERT_METRICS = List.of("ALERTS", "ALERTS_FOR_STATE");

  static WrittenSeries of(RuleGroup group, Rule rule) {
    Map<String, String> known = new TreeMap<>();
    boolean alerting = rule instanceof Rule.AlertingRule;
    put(known, group.labels(), alerting);
    put(known, rule.labels(), alerting);
    known.put(alerting ? Labels.ALERT_NAME : Labels.METRIC_NAME, rule.name().value());
    return new WrittenSeries(known, alerting);
  }

  private static void put(Map<String, String> known, List<LabelText> labels, boolean templates) {
    for (LabelText label : labels) {
      String value = label.value().text();
      if (templates && value.contains("{{")) {
        known.remove(label.name().value());
      } else {
        known.put(label.name().value(), value);
      }
    }
  }

  /// {@return whether an expression may read what the rule writes}
  boolean readBy(Expr expr) {
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      if (readBy(selector)) {
        return true;
      }
    }
    return false;
  }

  private boolean readBy(InstantSelector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (!mayAccept(matcher)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayAccept(LabelMatcher matcher) {
    if (alerting && matcher.name().equals(Labels.METRIC_NAME)) {
      return ALERT_METRICS.stream().anyMatch(matcher::matches);
    }
    String value = known.get(matcher.name());
    return value == null || matcher.matches(value);
  }
}
