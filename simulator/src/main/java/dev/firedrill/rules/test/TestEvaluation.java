package dev.firedrill.rules.test;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleSelection;
import dev.firedrill.rules.run.RulesOverTime;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules fed with the series of a test, evaluated at every tick.
final class TestEvaluation {
  private final RulesOverTime rules;
  private final List<GroupRunner> groups;
  private final List<Rule> risks;
  private final @Nullable InputSeriesLoader later;

  private TestEvaluation(RulesOverTime rules, List<Rule> risks, @Nullable InputSeriesLoader later) {
    this.rules = rules;
    this.risks = risks;
    this.groups = rules.groups();
    this.later = later;
  }

  /// Gets everything ready.
  ///
  /// @param ticks when all groups are evaluated
  /// @param input the series of the test, none of which was loaded yet
  /// @throws TestSetupException if the series of the test cannot be loaded
  static TestEvaluation of(
      RuleSelection selected,
      TimeGrid ticks,
      RulesOverTime.Setting setting,
      InputSeriesLoader input)
      throws TestSetupException {
    RulesOverTime whole = RulesOverTime.whole(selected, group -> ticks, setting);
    for (int tick = 0; tick < ticks.count(); tick++) {
      input.loadUntil(ticks.time(tick), whole.store());
      whole.given(ticks.time(tick));
    }
    List<Rule> risks = whole.leftOutThatMayFail();
    if (whole.prepare()) {
      return new TestEvaluation(whole, risks, null);
    }
    RulesOverTime single = RulesOverTime.stepByStep(selected, group -> ticks, setting);
    single.prepare();
    input.rewind();
    return new TestEvaluation(single, risks, input);
  }

  /// {@return the groups}
  List<GroupRunner> groups() {
    return groups;
  }

  /// {@return rules that are not evaluated and could fail on the series of the test}
  List<Rule> risks() {
    return risks;
  }

  /// {@return all series of the test and those that the rules have written}
  SeriesSource source() {
    return rules.source();
  }

  /// Evaluates all groups.
  ///
  /// @param time of the tick after that of the call before
  /// @return the rules that failed
  /// @throws TestSetupException if the series of the test cannot be loaded
  List<RuleFailure> evaluate(long time) throws TestSetupException {
    if (later != null) {
      later.loadUntil(time, rules.store());
    }
    List<RuleFailure> failures = new ArrayList<>();
    for (GroupRunner group : groups) {
      failures.addAll(group.evaluate(time));
    }
    return failures;
  }
}
