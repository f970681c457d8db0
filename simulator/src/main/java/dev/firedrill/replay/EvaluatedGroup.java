package dev.firedrill.replay;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleRemark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a group of rules was evaluated in a replay.
///
/// @param interval milliseconds between evaluations
/// @param times the evaluations in the time of interest; null where there was none
/// @param recorded milliseconds between the evaluations that the recording shows; 0 where it shows
///     none, or was not asked since one interval was wanted for all groups
/// @param remarks what PromQL remarks on the results of its rules
public record EvaluatedGroup(
    RuleGroup group,
    long interval,
    @Nullable TimeGrid times,
    long recorded,
    List<RuleRemark> remarks) {
  public EvaluatedGroup {
    remarks = List.copyOf(remarks);
  }

  /// {@return whether the group was evaluated in the time of interest}
  public boolean isEvaluated() {
    return times() != null;
  }

  /// {@return whether the recording shows another interval than that of the replay}
  public boolean isOtherwiseRecorded() {
    return recorded > 0 && recorded != interval;
  }
}
