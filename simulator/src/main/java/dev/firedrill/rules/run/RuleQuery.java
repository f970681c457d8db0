package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import java.util.List;

/// The expression of a rule, evaluated at a time. It may be evaluated then, or have been evaluated
/// for all times before.
@FunctionalInterface
public interface RuleQuery {
  /// {@return the samples that the expression yields}
  /// @param time epoch milliseconds
  /// @throws RuleException if it cannot be evaluated
  List<QueryResult.Sample> at(long time) throws RuleException;

  /// Says what will be asked for first, so that it can be begun while others are evaluated.
  ///
  /// @param time epoch milliseconds, of the next call of [#at]
  default void begin(long time) {}

  /// Says that what was asked for last came to nothing: the rule failed.
  default void forget() {}
}
