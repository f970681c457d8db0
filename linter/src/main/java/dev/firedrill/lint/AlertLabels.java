package dev.firedrill.lint;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.Optional;

/// Labels and annotations of an alert, looked up by name.
public final class AlertLabels {
  private AlertLabels() {}

  /// {@return the value that a label of the alert has as written, its group's where it has none}
  public static Optional<SourceText> label(AlertingRule rule, RuleGroup group, String name) {
    return find(rule.labels(), name).or(() -> find(group.labels(), name));
  }

  /// {@return an annotation as written}
  public static Optional<SourceText> annotation(AlertingRule rule, String name) {
    return find(rule.annotations(), name);
  }

  static Optional<SourceText> find(List<LabelText> texts, String name) {
    return texts.stream()
        .filter(text -> text.name().value().equals(name))
        .map(LabelText::value)
        .findFirst();
  }
}
