package dev.firedrill.replay;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.util.Collection;

/// Looks on while alerting rules are evaluated.
@FunctionalInterface
public interface AlertListener {
  /// Looks at nothing.
  ///
  /// No lambda, which no AOT cache holds where it is made with its interface.
  AlertListener NONE =
      new AlertListener() {
        @Override
        public void evaluated(
            Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {}
      };

  /// Takes note of an evaluation that did not fail.
  ///
  /// @param interval milliseconds between evaluations of the rule
  /// @param time of the evaluation, in epoch milliseconds; never before that of the last call
  /// @param alerts as the evaluation left them, resolved ones among them for a while
  void evaluated(Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts);

  /// Takes note of an evaluation that failed, which is told to nobody else: Prometheus sends and
  /// writes nothing then.
  ///
  /// @param alerts as the failure left them: none where there were more than the group's limit,
  ///     else as they were before
  default void failed(
      Rule.AlertingRule rule, RuleFailure failure, Collection<ActiveAlert> alerts) {}

  /// Takes note of how far the recording has been looked over, which comes before or after the
  /// evaluations.
  ///
  /// @param time epoch milliseconds
  default void scanned(long time) {}

  /// Takes note of how far a rule that others read is evaluated, which comes before the others.
  ///
  /// @param number of the rule among all of these, from 1
  /// @param count how many there are
  /// @param time epoch milliseconds
  default void ahead(int number, int count, long time) {}

  /// Takes note of how many variants of a rule were sent to Alertmanager, which comes last.
  ///
  /// @param number of the variant, from 1
  /// @param count how many there are
  default void sent(int number, int count) {}
}
