package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.Expr.Call;
import java.util.List;

/// Between which bounds the results of functions lie.
final class CallRange {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private CallRange() {}

  /// @param arguments what is known of each argument
  /// @param series what is known of the one that is a vector
  static ValueRange of(Call call, List<Facts> arguments, Facts series) {
    ValueRange range = series.range();
    return switch (call.function().name()) {
      case "clamp" -> clamped(range, arguments.get(1).range(), arguments.get(2).range());
      case "clamp_min" -> clamped(range, arguments.get(1).range(), ValueRange.of(INFINITE));
      case "clamp_max" -> clamped(range, ValueRange.of(-INFINITE), arguments.get(1).range());
      case "abs" -> absolute(range);
      case "sgn" -> new ValueRange(-1, 1);
      case "sqrt", "exp", "stddev_over_time", "stdvar_over_time", "mad_over_time" ->
          ValueRange.NOT_NEGATIVE;
      case "rate", "increase", "irate" ->
          range.min() >= 0 || range.isAny() ? ValueRange.NOT_NEGATIVE : ValueRange.ANY;
      case "changes", "resets", "histogram_count", "timestamp" -> ValueRange.NOT_NEGATIVE;
      case "count_over_time" -> new ValueRange(1, INFINITE);
      case "present_over_time" -> ValueRange.of(1);
      case "histogram_fraction" -> ValueRange.UNIT;
      case "sum_over_time" ->
          range.min() >= 0 ? new ValueRange(range.min(), INFINITE) : ValueRange.ANY;
      case "avg_over_time",
          "min_over_time",
          "max_over_time",
          "first_over_time",
          "last_over_time",
          "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "label_replace",
          "label_join",
          "info" ->
          range;
      case "quantile_over_time" ->
          AggregationFacts.isShare(call.arguments().getFirst()) ? range : ValueRange.ANY;
      case "hour" -> new ValueRange(0, 23);
      case "minute" -> new ValueRange(0, 59);
      case "month" -> new ValueRange(1, 12);
      case "day_of_week" -> new ValueRange(0, 6);
      case "day_of_month" -> new ValueRange(1, 31);
      case "day_of_year" -> new ValueRange(1, 366);
      case "days_in_month" -> new ValueRange(28, 31);
      default -> ValueRange.ANY;
    };
  }

  private static ValueRange clamped(ValueRange range, ValueRange least, ValueRange greatest) {
    double min = Math.min(Math.max(range.min(), least.min()), greatest.max());
    double max = Math.max(Math.min(range.max(), greatest.max()), least.min());
    return new ValueRange(min, max);
  }

  private static ValueRange absolute(ValueRange range) {
    if (range.min() >= 0) {
      return range;
    }
    double farthest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
    return new ValueRange(range.max() <= 0 ? -range.max() : 0, farthest);
  }
}
