package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A recording rule: its samples under the name and labels of the rule.
///
/// @param labels of the group and the rule, as written; an empty value takes the label away
/// @param limit how many series the rule may produce; 0 for no limit
/// @param offset milliseconds that the rule looks back
public record RecordingEvaluator(
    Rule.RecordingRule rule, RuleQuery query, Map<String, String> labels, int limit, long offset)
    implements RuleEvaluator {
  @Override
  public List<QueryResult.Sample> evaluate(long time) throws RuleException {
    List<QueryResult.Sample> recorded = new ArrayList<>();
    Set<Labels> seen = new HashSet<>();
    for (QueryResult.Sample sample : query.at(time - offset)) {
      Labels changed =
          sample.labels().toBuilder()
              .set(Labels.METRIC_NAME, rule.name().value())
              .setAll(labels)
              .build();
      if (!seen.add(changed)) {
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
}
