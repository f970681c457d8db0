package dev.firedrill.engine.function;

import dev.firedrill.engine.EngineFeature;
import dev.firedrill.engine.operator.Absent;
import dev.firedrill.engine.operator.AsScalar;
import dev.firedrill.engine.operator.MapElements;
import dev.firedrill.engine.operator.NoSeries;
import dev.firedrill.engine.operator.NumbersOf;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.SelectInstant.Reading;
import dev.firedrill.engine.operator.Sort;
import dev.firedrill.engine.operator.StampSteps;
import dev.firedrill.engine.operator.StepTime;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Functions of a whole vector, and those that make one.
final class VectorFunctions {
  private VectorFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("time", call -> new StepTime(call.grid()));
    // A scalar and a vector of one series without labels are the same operator.
    plans.put("vector", call -> call.operator(0));
    plans.put("scalar", call -> new AsScalar(call.operator(0)));
    plans.put("timestamp", VectorFunctions::timestamp);
    plans.put("start_timestamp", VectorFunctions::startTimestamp);
    plans.put("absent", VectorFunctions::absent);
    plans.put("absent_over_time", VectorFunctions::absentOverTime);
    plans.put("sort", call -> sort(call, false));
    plans.put("sort_desc", call -> sort(call, true));
  }

  private static Operator timestamp(CallArguments call) {
    Operator vector =
        call.reading(0, Reading.TIME)
            .orElseGet(() -> new StampSteps(call.operator(0), call.grid()));
    return new MapElements(
        "timestamp", (value, x, y) -> value, vector, List.of(), call.names(), call.span());
  }

  private static Operator startTimestamp(CallArguments call) {
    if (!call.has(EngineFeature.START_TIMESTAMPS)) {
      return new NoSeries();
    }
    Operator starts = call.reading(0, Reading.START).orElseGet(NoSeries::new);
    return new MapElements(
        "start_timestamp", (value, x, y) -> value, starts, List.of(), call.names(), call.span());
  }

  private static Operator absent(CallArguments call) {
    return new Absent(absentLabels(call.matchers(0)), call.operator(0));
  }

  private static Operator absentOverTime(CallArguments call) {
    RangeFunction present = RangeFunction.stateless(window -> window.give(1));
    Operator presence = RangeFunctions.apply(call, present, true, 0, null);
    return new Absent(absentLabels(call.matchers(0)), presence);
  }

  /// The labels that a missing series would have had, as far as equality matchers tell.
  private static Labels absentLabels(List<LabelMatcher> matchers) {
    Labels.Builder labels = new Labels.Builder();
    Set<String> seen = new HashSet<>();
    for (LabelMatcher matcher : matchers) {
      String name = matcher.name();
      if (name.equals(Labels.METRIC_NAME)) {
        continue;
      }
      if (matcher.operator() == LabelMatcher.Operator.EQUAL && seen.add(name)) {
        labels.set(name, matcher.value());
      } else {
        labels.remove(name);
      }
    }
    return labels.build();
  }

  private static Operator sort(CallArguments call, boolean descending) {
    if (call.grid().isSingle()) {
      return Sort.byValue(call.operator(0), descending);
    }
    Operator vector = unsorted(call);
    return vector.mayHoldHistograms() ? new NumbersOf(vector) : vector;
  }

  /// The argument as it is, since ranges are always in the order of labels.
  static Operator unsorted(CallArguments call) {
    call.annotations()
        .warn(
            "sort is ineffective for range queries since results are always ordered by labels",
            call.span());
    return call.operator(0);
  }
}
