package dev.firedrill.lint.check.route;

import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.LabelKnowledge.OneOf;
import dev.firedrill.alertmanager.route.LabelKnowledge.Unknown;
import dev.firedrill.diagnostic.Located;
import java.util.List;

/// Whether two alerts can have the same values of the labels that an inhibition rule compares.
final class SharedLabels {
  private SharedLabels() {}

  /// {@return whether they can; what is not known may be}
  static boolean canAgree(KnownLabels one, KnownLabels other, InhibitRule rule) {
    for (Located<String> label : rule.equal()) {
      if (!canAgree(one.of(label.value()), other.of(label.value()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean canAgree(LabelKnowledge one, LabelKnowledge other) {
    if (one instanceof OneOf(List<String> values)) {
      return values.stream().anyMatch(value -> mayBe(other, value));
    }
    return !(other instanceof OneOf(List<String> values))
        || values.stream().anyMatch(value -> mayBe(one, value));
  }

  private static boolean mayBe(LabelKnowledge label, String value) {
    return switch (label) {
      case OneOf(List<String> values) -> values.contains(value);
      case Unknown(List<Matcher> holds) ->
          holds.stream().allMatch(matcher -> matcher.matches(value));
    };
  }
}
