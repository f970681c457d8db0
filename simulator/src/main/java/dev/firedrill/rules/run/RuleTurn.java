package dev.firedrill.rules.run;

import java.util.Map;

/// A rule's turn when its group is evaluated.
sealed interface RuleTurn {
  /// {@return what keeps the rule's state}
  RuleEvaluator evaluator();

  /// Evaluates the rule.
  ///
  /// @param time epoch milliseconds
  /// @throws RuleException if the evaluation fails; then nothing was written
  void take(long time) throws RuleException;

  /// The rule is evaluated now.
  ///
  /// @param sink takes what it writes
  record Live(RuleNode rule, RuleEvaluator evaluator, RuleStorage storage, SeriesWriter writer)
      implements RuleTurn {
    @Override
    public void take(long time) throws RuleException {
      storage.evaluating(rule, time);
      writer.write(evaluator.evaluate(time), time - rule.offset());
    }
  }

  /// All the rule's evaluations were done ahead.
  ///
  /// @param failures by time
  record Done(RuleEvaluator evaluator, Map<Long, RuleException> failures) implements RuleTurn {
    @Override
    public void take(long time) throws RuleException {
      RuleException failure = failures.get(time);
      if (failure != null) {
        throw failure;
      }
    }
  }
}
