package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of the series that a rule writes before it is evaluated.
///
/// @param names of the metrics
/// @param labels those that all of its series have
public record RuleOutput(List<String> names, Map<String, String> labels) {
  private static final List<String> OF_ALERTS = List.of("ALERTS", "ALERTS_FOR_STATE");

  public RuleOutput {
    names = List.copyOf(names);
    labels = Map.copyOf(labels);
  }

  /// {@return what a rule of a group writes}
  public static RuleOutput of(Rule rule, RuleGroup group) {
    List<LabelText> written = new ArrayList<>(group.labels());
    written.addAll(rule.labels());
    Map<String, String> labels = new HashMap<>();
    boolean templates = rule instanceof Rule.AlertingRule;
    for (LabelText label : written) {
      String text = label.value().text();
      if (templates && text.contains("{{")) {
        labels.remove(label.name().value());
      } else {
        labels.put(label.name().value(), text);
      }
    }
    String name = rule.name().value();
    return switch (rule) {
      case Rule.RecordingRule _ -> new RuleOutput(List.of(name), labels);
      case Rule.AlertingRule _ -> {
        labels.put(Labels.ALERT_NAME, name);
        labels.remove(AlertSeries.STATE);
        yield new RuleOutput(OF_ALERTS, labels);
      }
    };
  }

  /// {@return whether a selector with these matchers may select any of the series}
  public boolean mayMatch(List<LabelMatcher> matchers) {
    for (LabelMatcher matcher : matchers) {
      if (matcher.name().equals(Labels.METRIC_NAME)) {
        if (names.stream().noneMatch(matcher::matches)) {
          return false;
        }
      } else {
        String value = labels.get(matcher.name());
        if (value != null && !matcher.matches(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@return whether the series may be among those written}
  public boolean mayBe(Labels series) {
    if (!names.contains(series.metricName())) {
      return false;
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!series.get(label.getKey()).equals(label.getValue())) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether both may write one and the same series}
  public boolean mayMeet(RuleOutput other) {
    if (!names.equals(other.names)) {
      return false;
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String theirs = other.labels.get(label.getKey());
      if (theirs != null && !theirs.equals(label.getValue())) {
        return false;
      }
    }
    return true;
  }
}
