package dev.firedrill.rules.run;

import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import dev.firedrill.promql.type.ValueType;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Expressions of all operators and functions over the series of [RandomRecording] and the records
/// `r0` to `r3`, most of them senseless.
final class RandomExpressions {
  private static final List<String> METRICS =
      List.of("gauge", "count_total", "odd", "lat_bucket", "native", "mixed", "r0", "r1", "r2");
  private static final List<String> DURATIONS =
      List.of("1s", "7s", "15s", "30s", "1m", "90s", "2m", "5m", "11m");
  private static final Set<String> WRITTEN_APART =
      Set.of(
          "label_replace",
          "label_join",
          "info",
          "histogram_quantiles",
          "sort_by_label",
          "sort_by_label_desc",
          "start",
          "end",
          "range",
          "step");
  private static final List<FunctionSignature> OF_VECTORS = functions(ValueType.INSTANT_VECTOR);
  private static final List<FunctionSignature> OF_RANGES = functions(ValueType.RANGE_VECTOR);

  private final Random random;

  RandomExpressions(Random random) {
    this.random = random;
  }

  private static List<FunctionSignature> functions(ValueType argument) {
    return Functions.all().stream()
        .filter(each -> each.returns() == ValueType.INSTANT_VECTOR)
        .filter(each -> each.arguments().contains(argument))
        .filter(each -> !WRITTEN_APART.contains(each.name()))
        .toList();
  }

  /// {@return an expression that yields an instant vector}
  String next() {
    return vector(random.nextInt(5));
  }

  private String vector(int depth) {
    if (depth <= 0) {
      return selector() + moved();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> call(OF_RANGES, depth);
      case 3 -> call(OF_VECTORS, depth);
      case 4, 5 -> aggregation(depth);
      case 6 -> within(vector(depth - 1)) + comparison() + within(scalar(1));
      case 7 -> within(scalar(1)) + arithmetic() + within(vector(depth - 1));
      case 8 -> withVector(depth);
      case 9 -> within(vector(depth - 1)) + sets() + within(vector(depth - 1));
      case 10 -> labels(depth);
      default -> pick("-", "timestamp", "absent", "sort") + within(vector(depth - 1));
    };
  }

  private String selector() {
    String metric = pick(METRICS);
    return switch (random.nextInt(12)) {
      case 0 -> metric + "{a=\"x\"}";
      case 1 -> metric + "{a!=\"y\"}";
      case 2 -> metric + "{b=\"\"}";
      case 3 -> pick("{__name__=~\"gauge|count_total\"}", "{__name__=~\"mixed|odd\"}");
      case 4 -> pick("ALERTS", "ALERTS{alertstate=\"firing\"}", "{__name__=~\"r.\"}", "{a=\"x\"}");
      default -> metric;
    };
  }

  private String moved() {
    return switch (random.nextInt(20)) {
      case 0, 1 -> " offset " + pick(DURATIONS);
      case 2 -> " offset -" + pick(DURATIONS);
      case 3 -> " @ " + (RandomRecording.START / 1000 + random.nextInt(900)) + ".5";
      default -> "";
    };
  }

  private String range(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      String step = random.nextInt(3) == 0 ? "" : pick("7s", "15s", "1m", "5m");
      String range = pick("30s", "1m", "2m", "5m", "11m");
      return within(vector(depth - 1)) + "[" + range + ":" + step + "]" + moved();
    }
    return selector() + "[" + pick(DURATIONS) + "]" + moved();
  }

  private String call(List<FunctionSignature> functions, int depth) {
    FunctionSignature function = functions.get(random.nextInt(functions.size()));
    StringBuilder text = new StringBuilder(function.name()).append('(');
    int least = function.arguments().size() - (function.variadic() == 0 ? 0 : 1);
    int count = least + (function.variadic() == 0 ? 0 : random.nextInt(2));
    for (int i = 0; i < count; i++) {
      text.append(i > 0 ? ", " : "")
          .append(
              switch (function.argument(i)) {
                case SCALAR -> random.nextInt(3) == 0 ? scalar(1) : number();
                case INSTANT_VECTOR -> vector(depth - 1);
                case RANGE_VECTOR -> range(depth - 1);
                case STRING -> "\"a\"";
              });
    }
    return text.append(')').toString();
  }

  private String aggregation(int depth) {
    String inner = vector(depth - 1);
    String name =
        pick("sum", "avg", "max", "count", "stddev", "topk", "bottomk", "quantile", "count_values");
    String parameter =
        switch (name) {
          case "topk", "bottomk", "quantile" -> parameter() + ", ";
          case "count_values" -> "\"" + pick("v", "a") + "\", ";
          default -> "";
        };
    String grouping = pick("", " by (a) ", " by (a, b) ", " without (b, le) ", " by (le) ");
    return name + grouping + "(" + parameter + inner + ")";
  }

  private String parameter() {
    return random.nextInt(4) == 0 ? scalar(2) : pick("1", "2", "0.5", "0", "0.9", "1.7");
  }

  private String withVector(int depth) {
    String matching =
        pick(
            "",
            "",
            " on (a, b)",
            " ignoring (b)",
            " on (a) group_left ()",
            " on (a) group_left (b)");
    String operator = random.nextBoolean() ? comparison().strip() : arithmetic().strip();
    String right = vector(depth - 1);
    return within(vector(depth - 1))
        + " "
        + operator
        + matching
        + " "
        + (random.nextBoolean() ? within(right) : "sum by (a) (" + right + ")");
  }

  private String labels(int depth) {
    String inner = vector(depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> "label_replace(" + inner + ", \"b\", \"n$1\", \"a\", \"([xy])\")";
      case 1 -> "label_replace(" + inner + ", \"a\", \"\", \"b\", \"(.*)\")";
      case 2 -> "label_join(" + inner + ", \"j\", \"-\", \"a\", \"b\")";
      default -> "histogram_quantiles(" + inner + ", \"q\", 0.5, " + parameter() + ")";
    };
  }

  private String scalar(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(6)) {
      case 1, 2 -> "scalar(" + vector(depth - 1) + ")";
      case 3 -> "time()";
      case 4 -> within(scalar(depth - 1)) + arithmetic() + within(scalar(depth - 1));
      default -> number();
    };
  }

  private String number() {
    return pick("0", "1", "2", "0.5", "-1", "3.7", "20", "1e3", "NaN", "Inf", "0.1", "-0.0");
  }

  private String comparison() {
    return pick(" == ", " != ", " < ", " >= ", " > ") + pick("", "", "bool ");
  }

  private String arithmetic() {
    return pick(" + ", " - ", " * ", " / ", " % ", " ^ ", " atan2 ");
  }

  private String sets() {
    return pick(" and ", " or ", " unless ") + pick("", "on (a) ", "ignoring (b) ");
  }

  private static String within(String text) {
    return "(" + text + ")";
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
