package dev.firedrill.rules.run;

import java.util.Map;

/// A rule's turn when its group is evaluated.
sealed interface RuleTurn {
  /// {@return what keeps the rule's state}
  RuleEvaluator evaluator();

  /// Says when the rule is evaluated next.
  ///
  /// @param next epoch milliseconds
  default void begin(long next) {}

  /// Evaluates the rule.
  ///
  /// @param time epoch milliseconds
  /// @throws RuleException if the evaluation fails; then nothing was written
  void take(long time) throws RuleException;

  /// The rule is evaluated now.
  ///
  /// @param sink takes what it writes
  /// @param query what the evaluator asks
  record Live(
      RuleNode rule,
      RuleQuery query,
      RuleEvaluator evaluator,
      RuleStorage storage,
      SeriesWriter writer)
      implements RuleTurn {
    @Override
    public void begin(long next) {
      query.begin(next - rule.offset());
    }

    @Override
    public void take(long time) throws RuleException {
      storage.evaluating(rule, time);
      try {
        writer.write(evaluator.evaluate(time), time - rule.offset());
      } catch (RuleException e) {
        query.forget();
        throw e;
      }
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
