package dev.firedrill.engine;

import dev.firedrill.engine.operator.Counted;
import dev.firedrill.engine.operator.EvaluateSubquery;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.series.Samples;

/// How many samples Prometheus would have held at a time to evaluate a plan: the results of all
/// that is not yet used up, and the window at hand.
final class SampleBudget {
  // So that adding up and multiplying by steps stay within a long.
  private static final long TOO_MANY = 1L << 31;

  private long peak;
  private long results;

  private SampleBudget() {}

  /// {@return the most samples held at a time}
  /// @param plan has been evaluated, its operators counted
  static long peak(PlanNode plan) {
    return of(plan).peak;
  }

  /// {@return whether no instant query at any step of a plan can hold more samples than `limit`;
  ///     false too where only evaluating tells, since there may be native histograms}
  static boolean surelyWithin(long limit, PlanNode plan) {
    return atOneStep(plan, limit) <= limit;
  }

  // All results and windows together, as if nothing was used up on the way.
  private static long atOneStep(PlanNode node, long limit) {
    long held = 0;
    for (PlanNode input : node.inputs()) {
      held += atOneStep(input, limit);
    }
    held +=
        switch (node) {
          case Operator operator when operator.mayHoldHistograms() -> TOO_MANY;
          case Operator operator -> operator.series().size();
          case EvaluateSubquery subquery ->
              held * (subquery.stepsInWindow() - 1) + longestWindow(subquery, limit);
          case RangeInput range -> longestWindow(range, limit);
          default -> 0;
        };
    return Math.min(held, TOO_MANY);
  }

  // The number of all samples is as good where it is small.
  private static long longestWindow(RangeInput range, long limit) {
    long most = 0;
    for (int series = 0; series < range.series().size(); series++) {
      most = Math.max(most, range.samples(series).size());
    }
    return most <= limit / 2 ? most : window(range);
  }

  private static SampleBudget of(PlanNode node) {
    SampleBudget budget = new SampleBudget();
    long window = 0;
    for (PlanNode input : node.inputs()) {
      SampleBudget part = of(input);
      budget.peak = Math.max(budget.peak, budget.results + part.peak);
      budget.results += part.results;
      if (input instanceof RangeInput range) {
        window = Math.max(window, window(range));
      }
    }
    if (node instanceof Counted counted) {
      budget.peak = Math.max(budget.peak, budget.results + counted.samples() + window);
      budget.results = counted.samples();
    }
    return budget;
  }

  private static long window(RangeInput range) {
    long length = range.range() + range.reach().before() + range.reach().after();
    long most = 0;
    for (int series = 0; series < range.series().size(); series++) {
      most = Math.max(most, window(range.samples(series), length));
    }
    return most;
  }

  private static long window(Samples samples, long length) {
    int from = 0;
    int most = 0;
    for (int to = 0; to < samples.size(); to++) {
      while (samples.time(from) <= samples.time(to) - length) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
