package dev.firedrill.promql.type;

import static dev.firedrill.promql.type.ValueType.INSTANT_VECTOR;
import static dev.firedrill.promql.type.ValueType.RANGE_VECTOR;
import static dev.firedrill.promql.type.ValueType.SCALAR;
import static dev.firedrill.promql.type.ValueType.STRING;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of all functions of PromQL, used by the type check, the linter and the engine alike.
public final class Functions {
  private static final Map<String, FunctionSignature> BY_NAME = LinkedHashMap.newLinkedHashMap(128);

  static {
    for (String name :
        words(
            "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor"
                + " histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum"
                + " ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp")) {
      add(name, INSTANT_VECTOR, 0, INSTANT_VECTOR);
    }
    for (String name :
        words("day_of_month day_of_week day_of_year days_in_month hour minute month year")) {
      add(name, INSTANT_VECTOR, 1, INSTANT_VECTOR);
    }
    for (String name :
        words(
            "absent_over_time avg_over_time changes count_over_time delta deriv first_over_time"
                + " idelta increase irate last_over_time max_over_time min_over_time"
                + " present_over_time rate resets stddev_over_time stdvar_over_time"
                + " sum_over_time")) {
      add(name, INSTANT_VECTOR, 0, RANGE_VECTOR);
    }
    add("clamp", INSTANT_VECTOR, 0, INSTANT_VECTOR, SCALAR, SCALAR);
    add("clamp_max", INSTANT_VECTOR, 0, INSTANT_VECTOR, SCALAR);
    add("clamp_min", INSTANT_VECTOR, 0, INSTANT_VECTOR, SCALAR);
    add("histogram_fraction", INSTANT_VECTOR, 0, SCALAR, SCALAR, INSTANT_VECTOR);
    add("histogram_quantile", INSTANT_VECTOR, 0, SCALAR, INSTANT_VECTOR);
    add("label_join", INSTANT_VECTOR, -1, INSTANT_VECTOR, STRING, STRING, STRING);
    add("label_replace", INSTANT_VECTOR, 0, INSTANT_VECTOR, STRING, STRING, STRING, STRING);
    add("pi", SCALAR, 0);
    add("predict_linear", INSTANT_VECTOR, 0, RANGE_VECTOR, SCALAR);
    add("quantile_over_time", INSTANT_VECTOR, 0, SCALAR, RANGE_VECTOR);
    add("round", INSTANT_VECTOR, 1, INSTANT_VECTOR, SCALAR);
    add("scalar", SCALAR, 0, INSTANT_VECTOR);
    add("time", SCALAR, 0);
    add("vector", INSTANT_VECTOR, 0, SCALAR);
    addExperimental();
  }

  private Functions() {}

  private static void addExperimental() {
    experimental("double_exponential_smoothing", INSTANT_VECTOR, 0, RANGE_VECTOR, SCALAR, SCALAR);
    experimental("end", SCALAR, 0);
    experimental("histogram_quantiles", INSTANT_VECTOR, 9, INSTANT_VECTOR, STRING, SCALAR, SCALAR);
    experimental("info", INSTANT_VECTOR, 1, INSTANT_VECTOR, INSTANT_VECTOR);
    experimental("mad_over_time", INSTANT_VECTOR, 0, RANGE_VECTOR);
    experimental("max_of", SCALAR, 0, SCALAR, SCALAR);
    experimental("min_of", SCALAR, 0, SCALAR, SCALAR);
    experimental("range", SCALAR, 0);
    experimental("sort_by_label", INSTANT_VECTOR, -1, INSTANT_VECTOR, STRING);
    experimental("sort_by_label_desc", INSTANT_VECTOR, -1, INSTANT_VECTOR, STRING);
    experimental("start", SCALAR, 0);
    experimental("start_timestamp", INSTANT_VECTOR, 0, INSTANT_VECTOR);
    experimental("step", SCALAR, 0);
    experimental("ts_of_first_over_time", INSTANT_VECTOR, 0, RANGE_VECTOR);
    experimental("ts_of_last_over_time", INSTANT_VECTOR, 0, RANGE_VECTOR);
    experimental("ts_of_max_over_time", INSTANT_VECTOR, 0, RANGE_VECTOR);
    experimental("ts_of_min_over_time", INSTANT_VECTOR, 0, RANGE_VECTOR);
  }

  /// {@return the function of that name; the case of names matters}
  public static Optional<FunctionSignature> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// {@return the function that had that name before Prometheus 3.0}
  public static Optional<FunctionSignature> findRenamed(String name) {
    return name.equals("holt_winters")
        ? find("double_exponential_smoothing")
            .map(now -> new FunctionSignature(name, now.arguments(), 0, now.returns(), false))
        : Optional.empty();
  }

  /// {@return all functions}
  public static Collection<FunctionSignature> all() {
    return Collections.unmodifiableCollection(BY_NAME.values());
  }

  private static void add(String name, ValueType returns, int variadic, ValueType... arguments) {
    put(new FunctionSignature(name, List.of(arguments), variadic, returns, false));
  }

  private static void experimental(
      String name, ValueType returns, int variadic, ValueType... arguments) {
    put(new FunctionSignature(name, List.of(arguments), variadic, returns, true));
  }

  private static void put(FunctionSignature function) {
    BY_NAME.put(function.name(), function);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
