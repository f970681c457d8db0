package dev.firedrill.rules.run;

import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;

/// A group of rules, evaluated one after the other: what one writes the next can read.
public final class GroupRunner {
  private final RuleGroup group;
  private final long interval;
  private final long offset;
  private final List<RuleEvaluator> evaluators;
  private final List<SeriesWriter> writers = new ArrayList<>();

  /// A group that was not evaluated yet.
  ///
  /// @param interval milliseconds between evaluations
  /// @param offset milliseconds that the rules look back
  /// @param store takes what the rules write
  public GroupRunner(
      RuleGroup group,
      long interval,
      long offset,
      List<RuleEvaluator> evaluators,
      SeriesStore store) {
    this.group = group;
    this.interval = interval;
    this.offset = offset;
    this.evaluators = List.copyOf(evaluators);
    for (int i = 0; i < evaluators.size(); i++) {
      writers.add(new SeriesWriter(store));
    }
  }

  /// {@return the group}
  public RuleGroup group() {
    return group;
  }

  /// {@return milliseconds between evaluations}
  public long interval() {
    return interval;
  }

  /// {@return the rules in order}
  public List<RuleEvaluator> evaluators() {
    return evaluators;
  }

  /// Evaluates all rules.
  ///
  /// @param time epoch milliseconds
  /// @return the rules that failed; they wrote nothing, and the others went on
  public List<RuleFailure> evaluate(long time) {
    List<RuleFailure> failures = new ArrayList<>();
    for (int i = 0; i < evaluators.size(); i++) {
      RuleEvaluator evaluator = evaluators.get(i);
      try {
        writers.get(i).write(evaluator.evaluate(time), time - offset);
      } catch (RuleException e) {
        failures.add(new RuleFailure(evaluator.rule(), time, e.text(), e.span()));
      }
    }
    return failures;
  }
}
