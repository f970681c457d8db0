package dev.firedrill.replay;

import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;

/// Tells whether what the instances of rules come from has no samples.
@FunctionalInterface
public interface InstanceGaps {
  /// {@return whether series that a rule reads for an instance have no samples around a time, so
  ///     that what ended then may have ended only for want of samples. Those of other instances,
  ///     as their labels tell, do not count; all of the recording do where none is known to be
  ///     read}
  ///
  /// @param instance its labels; none for all instances of the rule
  /// @param time of an evaluation, in epoch milliseconds
  boolean isInGap(RuleGroup group, Rule rule, Labels instance, long time);
}
