package dev.firedrill.rules.run;

import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/// A group of rules, evaluated one after the other: what one writes the next can read.
public final class GroupRunner {
  private final RuleGroup group;
  private final List<RuleTurn> turns;
  private final List<RuleEvaluator> evaluators;

  /// A group that was not evaluated yet.
  ///
  /// @param turns of its rules, in order
  GroupRunner(RuleGroup group, List<RuleTurn> turns) {
    this.group = group;
    this.turns = List.copyOf(turns);
    this.evaluators = turns.stream().map(RuleTurn::evaluator).toList();
  }

  /// {@return the group}
  public RuleGroup group() {
    return group;
  }

  /// {@return the rules that are evaluated, in order}
  public List<RuleEvaluator> evaluators() {
    return evaluators;
  }

  /// Evaluates all rules.
  ///
  /// @param time epoch milliseconds; the next at which the group is to be evaluated
  /// @return the rules that failed; they wrote nothing, and the others went on
  public List<RuleFailure> evaluate(long time) {
    for (RuleTurn turn : turns) {
      turn.begin(time);
    }
    List<RuleFailure> failures = new ArrayList<>();
    for (RuleTurn turn : turns) {
      try {
        turn.take(time);
      } catch (RuleException e) {
        failures.add(new RuleFailure(turn.evaluator().rule(), time, e.text(), e.span()));
      }
    }
    return failures;
  }
}
