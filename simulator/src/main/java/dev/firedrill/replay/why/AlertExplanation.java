package dev.firedrill.replay.why;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an alerting rule did or did not fire at a time.
///
/// @param interval milliseconds between evaluations
/// @param evaluation the last one by the time asked for, in epoch milliseconds; null where there
///     was none yet
/// @param first the first evaluation there was; null where there was none at all
/// @param expr the expression at the evaluation; null where there was none
/// @param causes what left nothing of the expression; nothing where it yielded something
/// @param instances those active then first
/// @param others how many more instances there are
/// @param passedOver the instances that were not asked for
/// @param failures of the evaluation
public record AlertExplanation(
    Rule.AlertingRule rule,
    RuleGroup group,
    long interval,
    @Nullable Long evaluation,
    @Nullable Long first,
    @Nullable ExplainedExpr expr,
    List<Blamed> causes,
    List<InstanceStory> instances,
    int others,
    PassedOver passedOver,
    List<RuleFailure> failures) {
  public AlertExplanation {
    causes = List.copyOf(causes);
    instances = List.copyOf(instances);
    failures = List.copyOf(failures);
  }
}
