package dev.firedrill.lint.check.alert;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds alerts on the same expression that differ in threshold and severity.
final class SeverityPairs {
  static final Parameter<List<String>> ORDER =
      Parameter.strings(
          "order", List.of("info", "warning", "critical", "page"), "severities, the mildest first");

  private SeverityPairs() {}

  /// An alert that compares something with a number.
  record Member(AlertingRule rule, String severity, int rank, Threshold threshold) {
    Duration hold() {
      Located<Duration> hold = rule.holdDuration();
      return hold == null ? Duration.ZERO : hold.value();
    }
  }

  /// Two alerts on the same thing.
  record Pair(Member mild, Member severe) {
    /// {@return above 0 where the severe one is harder to reach, below 0 where it is easier, 0
    ///     where the thresholds are the same}
    int compareThresholds() {
      int order = Double.compare(severe.threshold.value(), mild.threshold.value());
      return severe.threshold.isUpper() ? order : -order;
    }
  }

  /// What two alerts must have in common.
  private record Shape(String subject, BinaryOperator operator, Map<String, String> labels) {}

  static List<Pair> of(Findings findings, List<String> order) {
    Map<Shape, List<Member>> shapes = new LinkedHashMap<>();
    for (List<AlertingRule> alerts : findings.rules().alerts().values()) {
      for (AlertingRule alert : alerts) {
        add(alert, findings, order, shapes);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<Member> members : shapes.values()) {
      members.sort((one, other) -> Integer.compare(one.rank, other.rank));
      for (int i = 1; i < members.size(); i++) {
        if (members.get(i - 1).rank < members.get(i).rank) {
          pairs.add(new Pair(members.get(i - 1), members.get(i)));
        }
      }
    }
    return pairs;
  }

  private static void add(
      AlertingRule alert, Findings findings, List<String> order, Map<Shape, List<Member>> shapes) {
    RuleGroup group = findings.rules().groupOf(alert);
    String severity = AlertLabels.label(alert, group, "severity").map(SourceText::text).orElse("");
    Threshold threshold =
        findings.flow(alert).flatMap(flow -> Threshold.of(flow.root())).orElse(null);
    int rank = order.indexOf(severity);
    if (rank < 0 || threshold == null || !(threshold.isUpper() || threshold.isLower())) {
      return;
    }
    Map<String, String> labels = new TreeMap<>();
    group.labels().forEach(label -> labels.put(label.name().value(), label.value().text()));
    alert.labels().forEach(label -> labels.put(label.name().value(), label.value().text()));
    labels.remove("severity");
    BinaryOperator direction = threshold.isUpper() ? BinaryOperator.GREATER : BinaryOperator.LESS;
    shapes
        .computeIfAbsent(
            new Shape(Printer.print(threshold.subject()), direction, labels),
            shape -> new ArrayList<>())
        .add(new Member(alert, severity, rank, threshold));
  }
}
