package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds series that a rule makes the same by the labels that it writes over theirs.
final class SameSeries {
  private SameSeries() {}

  /// {@return the first two that differ in nothing that the rule leaves to them}
  static Optional<Finding> by(RuleGroup group, Rule rule, List<Sample> series) {
    List<String> written = new ArrayList<>(List.of(Labels.METRIC_NAME));
    group.labels().forEach(label -> written.add(label.name().value()));
    rule.labels().forEach(label -> written.add(label.name().value()));
    String[] names = written.toArray(String[]::new);
    Map<Labels, Labels> known = new HashMap<>();
    for (Sample sample : series) {
      Labels labels = sample.labels();
      @Nullable Labels other = known.putIfAbsent(labels.without(names), labels);
      if (other != null) {
        return Optional.of(
            new Finding.SameLabels(
                other, labels, LabelNames.differing(other, labels), Finding.SameLabels.RULE));
      }
    }
    return Optional.empty();
  }
}
