package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.List;

/// Where the alerts of a rule go, as far as is known without data.
///
/// @param sent whether any of them are sent, rather than all dropped before
/// @param warnings what people should know who expect to be told
public record RuleRouting(
    AlertingRule rule, PossibleWalk walk, boolean sent, List<String> warnings) {
  public RuleRouting {
    warnings = List.copyOf(warnings);
  }

  /// {@return what is known of the labels}
  public KnownLabels labels() {
    return walk.labels();
  }

  /// {@return the severities that alerts can have, as people read them: `critical`, `critical or
  /// warning`, `?` for an unknown one, `-` for none}
  public String severity() {
    return switch (walk.labels().of("severity")) {
      case LabelKnowledge.OneOf(List<String> values) ->
          String.join(" or ", values.stream().map(text -> text.isEmpty() ? "-" : text).toList());
      case LabelKnowledge.Unknown _ -> "?";
    };
  }
}
