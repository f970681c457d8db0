package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What is known, without data, of the labels of the alerts that a rule makes.
public final class RuleLabels {
  private RuleLabels() {}

  /// {@return the labels of a rule's alerts as Alertmanager gets them}
  ///
  /// As Prometheus puts them together: those of the series that the expression returns, without the
  /// metric's name; those of the group and the rule, templates expanded, over them, an empty one
  /// taking a label away; the name of the alert; external labels where the name is not taken. What
  /// `alert_relabel_configs` do then, [PossibleSending] says.
  ///
  /// @param flow which labels the series carry that the expression returns
  /// @param external the server's external labels
  public static KnownLabels of(
      AlertingRule rule, RuleGroup group, LabelFlow flow, Labels external) {
    KnownLabels series = ofFlow(flow);
    KnownLabels alert = series.with(Labels.METRIC_NAME, LabelKnowledge.missing());
    Map<String, String> written = new LinkedHashMap<>();
    for (LabelText label : group.labels()) {
      written.put(label.name().value(), label.value().text());
    }
    for (LabelText label : rule.labels()) {
      written.put(label.name().value(), label.value().text());
    }
    for (Map.Entry<String, String> label : written.entrySet()) {
      String name = label.getKey();
      alert = alert.with(name, LabelTemplate.values(name, label.getValue(), series));
    }
    alert = alert.with(Labels.ALERT_NAME, LabelKnowledge.of(rule.name().value()));
    for (int i = 0; i < external.size(); i++) {
      alert = withDefault(alert, external.name(i), external.value(i));
    }
    return alert;
  }

  /// {@return what is known of the labels of series}
  public static KnownLabels ofFlow(LabelFlow flow) {
    KnownLabels labels = flow.open() ? KnownLabels.ANY : KnownLabels.NONE;
    Set<String> names = new TreeSet<>(flow.named());
    names.addAll(flow.sure());
    for (String name : names) {
      labels = labels.with(name, ofFlow(flow, name));
    }
    return labels;
  }

  private static LabelKnowledge ofFlow(LabelFlow flow, String name) {
    Set<String> values = flow.possibleValues(name);
    if (!values.isEmpty()) {
      return LabelKnowledge.oneOf(values);
    }
    return switch (flow.of(name)) {
      case SURELY -> LabelKnowledge.present(name);
      case MAYBE -> LabelKnowledge.anything();
      case NEVER -> LabelKnowledge.missing();
    };
  }

  private static KnownLabels withDefault(KnownLabels labels, String name, String value) {
    LabelKnowledge known = labels.of(name);
    if (!known.mayBeMissing()) {
      return labels;
    }
    LabelKnowledge there = known.assuming(Matcher.of(name, Operator.NOT_EQUAL, ""));
    return labels.with(
        name, there.impossible() ? LabelKnowledge.of(value) : there.or(LabelKnowledge.of(value)));
  }
}
