package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.rules.Rule;
import java.util.List;

/// A rule that is evaluated time after time.
public interface RuleEvaluator {
  /// {@return the rule}
  Rule rule();

  /// {@return the samples that the rule writes at a time}
  /// @param time epoch milliseconds, not before that of the call before
  /// @throws RuleException if the evaluation fails; then nothing is written
  List<QueryResult.Sample> evaluate(long time) throws RuleException;
}
