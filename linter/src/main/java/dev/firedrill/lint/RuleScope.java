package dev.firedrill.lint;

import com.google.re2j.Pattern;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rules an override is for. All that is given must hold; expressions match whole names.
///
/// @param paths whether a file is meant, by its path as the user gave it
/// @param alert the name of an alert; null for rules of any kind
/// @param record the name of a record; null for rules of any kind
/// @param group the name of the group; null for any
/// @param labels values of labels, those of the group included, as written
public record RuleScope(
    Predicate<String> paths,
    @Nullable Pattern alert,
    @Nullable Pattern record,
    @Nullable Pattern group,
    Map<String, Pattern> labels) {
  public RuleScope {
    labels = Map.copyOf(labels);
  }

  /// {@return whether a place is meant; what belongs to no rule is, where nothing is asked of
  // rules}
  boolean contains(RulePlace place) {
    RuleGroup ownGroup = place.group();
    Rule rule = place.rule();
    return paths.test(place.file().source().path())
        && (group() == null || (ownGroup != null && matches(group(), ownGroup.name().value())))
        && (isAnyRule() || (rule != null && ownGroup != null && contains(rule, ownGroup)));
  }

  private boolean isAnyRule() {
    return alert() == null && record() == null && labels.isEmpty();
  }

  private boolean contains(Rule rule, RuleGroup ownGroup) {
    String name = rule.name().value();
    boolean named =
        switch (rule) {
          case AlertingRule _ -> record() == null && matches(alert(), name);
          case RecordingRule _ -> alert() == null && matches(record(), name);
        };
    return named && labels.entrySet().stream().allMatch(label -> carries(rule, ownGroup, label));
  }

  private static boolean carries(Rule rule, RuleGroup ownGroup, Map.Entry<String, Pattern> wanted) {
    Optional<SourceText> own = AlertLabels.find(rule.labels(), wanted.getKey());
    String value =
        own.or(() -> AlertLabels.find(ownGroup.labels(), wanted.getKey()))
            .map(SourceText::text)
            .orElse("");
    return wanted.getValue().matches(value);
  }

  private static boolean matches(@Nullable Pattern pattern, String name) {
    return pattern == null || pattern.matches(name);
  }
}
