package dev.firedrill.promql.flow;

import static dev.firedrill.promql.type.ValueType.INSTANT_VECTOR;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is known of a function's result.
final class CallFacts {
  private static final String BUCKET = "_bucket";

  private CallFacts() {}

  static Facts of(Call call, List<Facts> arguments) {
    String name = call.function().name();
    switch (name) {
      case "time", "start", "end" -> {
        return Facts.scalar(Unit.TIMESTAMP, ValueRange.NOT_NEGATIVE);
      }
      case "pi" -> {
        return Facts.scalar(Unit.NUMBER, ValueRange.of(Math.PI));
      }
      case "vector" -> {
        return arguments.getFirst().withType(INSTANT_VECTOR);
      }
      case "scalar" -> {
        // NaN where there is not exactly one series.
        return Facts.scalar(arguments.getFirst().unit(), arguments.getFirst().range());
      }
      case "absent", "absent_over_time" -> {
        return absent(call.arguments().getFirst(), arguments.getFirst());
      }
      default -> {
        if (call.function().returns() == ValueType.SCALAR) {
          return Facts.scalar(Unit.UNKNOWN, ValueRange.ANY);
        }
      }
    }
    Facts series = series(arguments);
    Facts known =
        new Facts(
            INSTANT_VECTOR,
            CallLabels.of(call, series.labels()),
            unit(call, series),
            kind(name, series.kind()),
            series.range().isEmpty() ? ValueRange.EMPTY : CallRange.of(call, arguments, series),
            presence(call, series.presence()));
    return known;
  }

  // Date functions without argument look at the evaluation time.
  private static Facts series(List<Facts> arguments) {
    for (Facts argument : arguments) {
      if (argument.type() == INSTANT_VECTOR || argument.type() == ValueType.RANGE_VECTOR) {
        return argument;
      }
    }
    return Facts.scalar(Unit.TIMESTAMP, ValueRange.NOT_NEGATIVE).withType(INSTANT_VECTOR);
  }

  private static Facts absent(Expr argument, Facts inner) {
    Presence presence =
        switch (inner.presence()) {
          case ALWAYS -> Presence.NEVER;
          case SOMETIMES -> Presence.SOMETIMES;
          case NEVER -> Presence.ALWAYS;
        };
    return new Facts(
        INSTANT_VECTOR,
        absentLabels(argument),
        Unit.UNKNOWN,
        MetricKind.GAUGE,
        ValueRange.of(1),
        presence);
  }

  // Only labels that one matcher of the selector asks to be equal are made up, as in Prometheus.
  private static LabelFlow absentLabels(Expr argument) {
    Expr inner = ExprWalk.unwrapped(argument);
    if (inner instanceof RangeSelector range) {
      inner = range.series();
    }
    LabelFlow labels = LabelFlow.NONE;
    if (inner instanceof InstantSelector selector) {
      Set<String> seen = new HashSet<>();
      for (LabelMatcher matcher : selector.matchers()) {
        String label = matcher.name();
        boolean first = seen.add(label);
        if (label.equals(Labels.METRIC_NAME)) {
          continue;
        }
        boolean equal = matcher.operator() == Operator.EQUAL && !matcher.value().isEmpty();
        labels =
            first && equal
                ? labels.withValue(label, matcher.value())
                : labels.without(Set.of(label));
      }
    }
    return labels;
  }

  private static Unit unit(Call call, Facts series) {
    Unit unit = series.unit();
    return switch (call.function().name()) {
      case "rate", "irate", "deriv" -> unit.perSecond();
      case "timestamp",
          "ts_of_first_over_time",
          "ts_of_last_over_time",
          "ts_of_max_over_time",
          "ts_of_min_over_time" ->
          Unit.TIMESTAMP;
      case "count_over_time", "changes", "resets", "histogram_count" -> Unit.COUNT;
      case "histogram_quantile", "histogram_quantiles" -> observed(call, unit);
      case "histogram_fraction" -> Unit.RATIO;
      case "abs",
          "ceil",
          "floor",
          "round",
          "clamp",
          "clamp_max",
          "clamp_min",
          "label_replace",
          "label_join",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "increase",
          "delta",
          "idelta",
          "predict_linear",
          "avg_over_time",
          "min_over_time",
          "max_over_time",
          "quantile_over_time",
          "stddev_over_time",
          "mad_over_time",
          "first_over_time",
          "last_over_time",
          "double_exponential_smoothing" ->
          unit;
      default -> Unit.UNKNOWN;
    };
  }

  // Buckets count, but their bounds are in the unit of what was observed.
  private static Unit observed(Call call, Unit unit) {
    for (InstantSelector selector : ExprWalk.selectors(call)) {
      String metric = selector.name();
      if (metric != null) {
        return metric.endsWith(BUCKET)
            ? Unit.ofMetric(metric.substring(0, metric.length() - BUCKET.length()))
            : Unit.ofMetric(metric);
      }
    }
    return unit.equals(Unit.COUNT) ? Unit.UNKNOWN : unit;
  }

  private static MetricKind kind(String function, MetricKind series) {
    return switch (function) {
      case "abs",
          "ceil",
          "floor",
          "round",
          "label_replace",
          "label_join",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "first_over_time",
          "last_over_time",
          "max_over_time",
          "min_over_time",
          "avg_over_time",
          "quantile_over_time" ->
          series;
      case "clamp", "clamp_max", "clamp_min" -> MetricKind.UNKNOWN;
      default -> MetricKind.GAUGE;
    };
  }

  private static Presence presence(Call call, Presence series) {
    boolean needsRange =
        !call.function().arguments().isEmpty()
            && call.function().arguments().contains(ValueType.RANGE_VECTOR);
    return needsRange ? series.and(Presence.SOMETIMES) : series;
  }
}
