package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A recording rule: its samples under the name and labels of the rule.
public final class RecordingEvaluator implements RuleEvaluator {
  private final Rule.RecordingRule rule;
  private final RuleQuery query;
  private final Map<String, String> labels;
  private final int limit;
  private final long offset;
  private final Map<Labels, Labels> recordedLabels = new HashMap<>();

  /// A rule that was not evaluated yet.
  ///
  /// @param labels of the group and the rule, as written; an empty value takes the label away
  /// @param limit how many series the rule may produce; 0 for no limit
  /// @param offset milliseconds that the rule looks back
  public RecordingEvaluator(
      Rule.RecordingRule rule,
      RuleQuery query,
      Map<String, String> labels,
      int limit,
      long offset) {
    this.rule = rule;
    this.query = query;
    this.labels = Map.copyOf(labels);
    this.limit = limit;
    this.offset = offset;
  }

  @Override
  public Rule.RecordingRule rule() {
    return rule;
  }

  @Override
  public List<QueryResult.Sample> evaluate(long time) throws RuleException {
    List<QueryResult.Sample> found = query.at(time - offset);
    if (found.isEmpty()) {
      return found;
    }
    List<QueryResult.Sample> recorded = new ArrayList<>(found.size());
    Set<Labels> seen = new HashSet<>();
    for (QueryResult.Sample sample : found) {
      Labels changed = recorded(sample.labels());
      if (found.size() > 1 && !seen.add(changed)) {
        throw new RuleException(
            "vector contains metrics with the same labelset after applying rule labels");
      }
      recorded.add(sample.withLabels(changed));
    }
    if (limit > 0 && recorded.size() > limit) {
      throw new RuleException(
          "exceeded limit of " + limit + " with " + recorded.size() + " series");
    }
    return recorded;
  }

  private Labels recorded(Labels found) {
    Labels known = recordedLabels.get(found);
    if (known == null) {
      known = found.toBuilder().set(Labels.METRIC_NAME, rule.name().value()).setAll(labels).build();
      recordedLabels.put(found, known);
    }
    return known;
  }
}
