package dev.firedrill.engine;

import java.util.List;
import java.util.Random;

/// Queries over [RandomSeries] that Prometheus 2.42 answers as 3.x does.
///
/// Left out for that reason: rates of what is no counter (the zero point was found otherwise after
/// gaps), `atan2` (kept names), `predict_linear` and `timestamp` of what `@` fixes, ties in `topk`,
/// subqueries in subqueries (their steps fall on the left bound).
///
/// A vector is either whole (its values are whole numbers far below 2^53) or may be anything; sums
/// are only taken of whole ones, since older servers add up without compensation. What is left of
/// such functions stands at the root of a query, where [#isApproximate] tells of it.
final class RandomQueries {
  private static final List<String> WHOLE =
      List.of("queue", "jobs_total", "host_info", "lat_bucket");
  private static final List<String> ANY =
      List.of("temp", "queue", "sent_bytes_total", "jobs_total", "host_info");
  private static final List<String> APPROXIMATE =
      List.of("avg", "stddev", "stdvar", "sum", "avg_over_time");
  // Older servers leave the metric name on what atan2 yields.
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^");
  private static final List<String> COUNTERS = List.of("sent_bytes_total", "jobs_total");
  private static final List<String> LABELS = List.of("zone", "host", "code", "version");
  private static final List<String> DURATIONS =
      List.of("17s", "45s", "1m", "2m", "5m", "7m30s", "15m", "31m");
  private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
  private static final List<String> OVER_TIME =
      List.of(
          "delta",
          "irate",
          "idelta",
          "changes",
          "resets",
          "deriv",
          "min_over_time",
          "max_over_time",
          "sum_over_time",
          "count_over_time",
          "last_over_time",
          "present_over_time",
          "stddev_over_time",
          "stdvar_over_time",
          "absent_over_time");
  private static final List<String> ELEMENTWISE =
      List.of(
          "abs",
          "ceil",
          "floor",
          "sgn",
          "sqrt",
          "ln",
          "log2",
          "log10",
          "exp",
          "sin",
          "cos",
          "tan",
          "asin",
          "acos",
          "atan",
          "sinh",
          "cosh",
          "tanh",
          "asinh",
          "acosh",
          "atanh",
          "deg",
          "rad",
          "round",
          "minute",
          "hour",
          "day_of_week",
          "day_of_month",
          "day_of_year",
          "days_in_month",
          "month",
          "year",
          "absent",
          "-",
          "+");

  private final Random random;
  private boolean inSubquery;

  RandomQueries(Random random) {
    this.random = random;
  }

  /// {@return a query for an instant vector or a scalar}
  String next() {
    return switch (random.nextInt(12)) {
      case 0 -> approximate();
      case 1 -> scalar(2);
      default -> vector(random.nextInt(5));
    };
  }

  private String approximate() {
    String inner = vector(random.nextInt(3));
    return switch (pick(APPROXIMATE)) {
      case "avg_over_time" -> "avg_over_time" + inParentheses(range(1));
      case String name -> name + grouping() + inParentheses(inner);
    };
  }

  private String vector(int depth) {
    if (depth == 0) {
      return selector(ANY);
    }
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> overTime(depth);
      case 3, 4 -> elementwise(depth);
      case 5 -> whole(depth);
      case 6, 7 -> aggregation(depth);
      case 8, 9 -> withScalar(depth);
      case 10, 11 -> withVector(depth);
      case 12 -> sets(depth);
      case 13 -> labels(depth);
      case 14 -> quantiles(depth);
      default -> parametrised(depth);
    };
  }

  private String whole(int depth) {
    if (depth <= 0) {
      return selector(WHOLE);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "sum" + grouping() + inParentheses(whole(depth - 1));
      case 1 -> "count" + grouping() + inParentheses(vector(depth - 1));
      case 2 -> "count_over_time" + inParentheses(range(depth - 1));
      case 3 -> "changes" + inParentheses(range(depth - 1));
      case 4 -> vector(depth - 1) + " " + pick(COMPARISONS) + " bool " + number();
      default -> "group" + grouping() + inParentheses(vector(depth - 1));
    };
  }

  private String selector(List<String> metrics) {
    String name = pick(metrics);
    String matchers =
        switch (random.nextInt(8)) {
          case 0 -> "{zone=\"a\"}";
          case 1 -> "{host!=\"h2\"}";
          case 2 -> "{zone=~\"a|b\"}";
          case 3 -> "{host=~\"h.\",zone!~\"c.*\"}";
          case 4 -> "{code=\"\"}";
          default -> "";
        };
    return name + matchers + modifier();
  }

  private String modifier() {
    return switch (inSubquery ? 14 : random.nextInt(14)) {
      case 0 -> " offset " + pick(DURATIONS);
      case 1 -> " offset -" + pick(DURATIONS);
      case 2 -> " @ " + (1_795_165_000 + random.nextInt(3600)) + ".5";
      case 3 -> " @ start()";
      case 4 -> " @ end() offset " + pick(DURATIONS);
      default -> "";
    };
  }

  private String range(int depth) {
    if (depth <= 0 || inSubquery || random.nextInt(3) > 0) {
      return range(selector(ANY));
    }
    String step = random.nextInt(3) == 0 ? "" : pick(DURATIONS.subList(0, 4));
    inSubquery = true;
    String inner = inParentheses(vector(depth - 1));
    inSubquery = false;
    return inner + "[" + pick(DURATIONS) + ":" + step + "]" + modifier();
  }

  private String range(String selector) {
    int end = selector.indexOf(' ');
    String range = "[" + pick(DURATIONS) + "]";
    return end < 0
        ? selector + range
        : selector.substring(0, end) + range + selector.substring(end);
  }

  private String overTime(int depth) {
    return random.nextInt(4) == 0
        ? pick(List.of("rate", "increase")) + inParentheses(range(selector(COUNTERS)))
        : pick(OVER_TIME) + inParentheses(range(depth - 1));
  }

  private String elementwise(int depth) {
    return pick(ELEMENTWISE) + inParentheses(vector(depth - 1));
  }

  private String aggregation(int depth) {
    String inner = vector(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "topk" + ranking();
      case 1 -> "bottomk" + ranking();
      case 2 -> "quantile" + grouping() + "(" + random.nextDouble() + ", " + inner + ")";
      case 3 -> "count_values" + grouping() + "(\"v\", " + inner + ")";
      case 4 -> "min" + grouping() + inParentheses(inner);
      case 5 -> "max" + grouping() + inParentheses(inner);
      case 6 -> "count" + grouping() + inParentheses(inner);
      default -> "group" + grouping() + inParentheses(inner);
    };
  }

  // No two values are the same: which of them is taken depends on the storage.
  private String ranking() {
    return grouping()
        + "("
        + (1 + random.nextInt(4))
        + ", "
        + selector(List.of("sent_bytes_total"))
        + ")";
  }

  private String grouping() {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> " without (" + pick(LABELS) + ") ";
      case 2 -> " by (zone, host) ";
      case 3 -> " by (" + pick(LABELS) + ") ";
      default -> " by (zone) ";
    };
  }

  private String withScalar(int depth) {
    String vector = inParentheses(vector(depth - 1));
    String scalar = inParentheses(scalar(1));
    String operator =
        switch (random.nextInt(3)) {
          case 0 -> pick(COMPARISONS);
          case 1 -> pick(COMPARISONS) + " bool";
          default -> pick(ARITHMETIC);
        };
    return random.nextBoolean()
        ? vector + " " + operator + " " + scalar
        : scalar + " " + operator + " " + vector;
  }

  private String withVector(int depth) {
    String left = inParentheses(vector(depth - 1));
    String right = inParentheses(vector(depth - 1));
    String operator =
        switch (random.nextInt(3)) {
          case 0 -> pick(COMPARISONS);
          case 1 -> pick(COMPARISONS) + " bool";
          default -> pick(ARITHMETIC);
        };
    String matching =
        switch (random.nextInt(6)) {
          case 0 -> " on (zone, host)";
          case 1 -> " ignoring (code, version)";
          case 2 -> " on (zone, host) group_left ()";
          case 3 -> " on (zone, host) group_right (code)";
          case 4 -> " on (zone) group_left (version)";
          default -> "";
        };
    return left + " " + operator + matching + " " + right;
  }

  private String sets(int depth) {
    String matching = random.nextBoolean() ? "" : " on (" + pick(LABELS) + ")";
    return inParentheses(vector(depth - 1))
        + " "
        + pick(List.of("and", "or", "unless"))
        + matching
        + " "
        + inParentheses(vector(depth - 1));
  }

  private String labels(int depth) {
    String inner = vector(depth - 1);
    return switch (random.nextInt(3)) {
      case 0 -> "label_replace(" + inner + ", \"code\", \"x$1\", \"host\", \"h([12])\")";
      case 1 -> "label_replace(" + inner + ", \"host\", \"\", \"zone\", \"(a|c)\")";
      default -> "label_join(" + inner + ", \"both\", \"-\", \"zone\", \"host\", \"none\")";
    };
  }

  private String quantiles(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> "quantile_over_time(" + number() + ", " + range(depth - 1) + ")";
      case 1 -> "histogram_quantile(" + random.nextDouble() + ", sum by (zone, le) (lat_bucket))";
      default ->
          "histogram_quantile("
              + random.nextDouble()
              + ", increase(lat_bucket["
              + pick(DURATIONS)
              + "]))";
    };
  }

  private String parametrised(int depth) {
    String inner = vector(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "clamp(" + inner + ", " + number() + ", " + number() + ")";
      case 1 -> "clamp_min(" + inner + ", " + scalar(1) + ")";
      case 2 -> "clamp_max(" + inner + ", " + scalar(1) + ")";
      case 3 -> "round(" + inner + ", " + number() + ")";
      case 4 -> "predict_linear(" + range(pick(ANY)) + ", " + scalar(1) + ")";
      case 5 -> "vector(" + scalar(depth) + ")";
      case 6 -> "timestamp(" + pick(ANY) + ")";
      default -> pick(List.of("sort", "sort_desc")) + inParentheses(inner);
    };
  }

  private String scalar(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(6)) {
      case 0, 1, 2 -> number();
      case 3 -> "scalar" + inParentheses(vector(depth - 1));
      case 4 -> "time()";
      default ->
          inParentheses(scalar(depth - 1))
              + " "
              + pick(ARITHMETIC)
              + " "
              + inParentheses(scalar(depth - 1));
    };
  }

  private String number() {
    return pick(List.of("0", "1", "2", "0.5", "-1", "3.7", "20", "1e3", "NaN", "Inf", "0.1"));
  }

  /// {@return whether older servers compute a query otherwise, so that the last digits differ}
  static boolean isApproximate(String query) {
    return APPROXIMATE.stream()
            .filter(name -> !name.equals("sum"))
            .anyMatch(name -> query.startsWith(name + "(") || query.startsWith(name + " "))
        || query.startsWith("sum");
  }

  private static String inParentheses(String text) {
    return "(" + text + ")";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
