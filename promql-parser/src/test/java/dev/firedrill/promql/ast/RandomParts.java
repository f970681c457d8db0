package dev.firedrill.promql.ast;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ast.DurationExpr.Operator;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers.At;
import dev.firedrill.promql.ast.Modifiers.Edges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes what expressions are made of by throwing dice: names, numbers, selectors, durations.
final class RandomParts {
  private static final Span NOWHERE = Span.at(0);
  private static final List<String> METRICS =
      List.of("up", "http_requests_total", "job:errors:rate5m", "sum", "offset", "by", "_x", "or");
  private static final List<String> LABELS =
      List.of("job", "instance", "le", "by", "on", "service.name", "größe", "1st", "a b");
  private static final List<String> TEXTS =
      List.of(
          "", "x", "api-server", "a\"b\\c", "zwei\nZeilen", "é炬😀", "\udcff\udc80", "\u0000\u007f");
  private static final List<String> PATTERNS =
      List.of(".*", "a|b", "api-.+", "[0-9]{3}", "(?i)x", "\\d");
  private static final double[] NUMBERS = {
    0, 1, -1, 0.5, 1e-7, 123456789, 1e21, -2.5e-9, 100, 1e300, Double.MIN_VALUE, -0.0
  };

  private final Random random;

  RandomParts(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  BinaryOperator operator(BinaryOperator.Kind... kinds) {
    BinaryOperator.Kind kind = pick(Arrays.asList(kinds));
    return pick(Arrays.stream(BinaryOperator.values()).filter(o -> o.kind() == kind).toList());
  }

  String text() {
    return pick(TEXTS);
  }

  double number() {
    return switch (random.nextInt(8)) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> StaleNaN.NORMAL_NAN;
      case 3 -> random.nextGaussian();
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  long millis() {
    return switch (random.nextInt(4)) {
      case 0 -> 1 + random.nextInt(2000);
      case 1 -> 1000L * (1 + random.nextInt(100_000));
      default -> 60_000L * (1 + random.nextInt(600_000));
    };
  }

  /// {@return the number that a duration stands for, with the rounding error of Go's
  ///     `Duration.Seconds`}
  double seconds() {
    long millis = millis();
    long whole = millis / 1000;
    return whole + (millis - whole * 1000) * 1e6 / 1e9;
  }

  List<String> labelNames() {
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      labels.add(pick(LABELS));
    }
    return labels;
  }

  Grouping grouping() {
    return switch (random.nextInt(3)) {
      case 0 -> Grouping.ALL;
      case 1 -> new Grouping(Grouping.Kind.BY, labelNames());
      default -> new Grouping(Grouping.Kind.WITHOUT, labelNames());
    };
  }

  InstantSelector selector() {
    String name = chance(4) ? null : pick(METRICS);
    List<LabelMatcher> matchers = matchers();
    if (name == null) {
      // One matcher must not match everything.
      boolean byName = chance(2);
      matchers.add(equal(byName ? Labels.METRIC_NAME : pick(LABELS), "x"));
    } else {
      matchers.add(equal(Labels.METRIC_NAME, name));
    }
    return new InstantSelector(name, matchers, modifiers(true), false, NOWHERE);
  }

  InstantSelector labels() {
    return new InstantSelector(null, matchers(), Modifiers.NONE, true, NOWHERE);
  }

  private static LabelMatcher equal(String label, String value) {
    return LabelMatcher.of(label, LabelMatcher.Operator.EQUAL, value);
  }

  private List<LabelMatcher> matchers() {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LabelMatcher.Operator operator = pick(Arrays.asList(LabelMatcher.Operator.values()));
      String value = operator.isRegex() ? pick(PATTERNS) : text();
      matchers.add(LabelMatcher.of(pick(LABELS), operator, value));
    }
    return matchers;
  }

  Modifiers modifiers(boolean withEdges) {
    Edges edges = withEdges && chance(4) ? pick(Arrays.asList(Edges.values())) : Edges.PLAIN;
    return new Modifiers(at(), chance(3) ? offset() : null, edges);
  }

  private @Nullable At at() {
    return switch (random.nextInt(8)) {
      case 0 -> new At.Start();
      case 1 -> new At.End();
      case 2 -> new At.Time((chance(2) ? -1 : 1) * millis());
      default -> null;
    };
  }

  /// {@return what may stand in brackets}
  DurationExpr range() {
    return chance(2)
        ? new DurationExpr.Literal(seconds(), chance(2), NOWHERE)
        : arithmetic(2, chance(3));
  }

  private DurationExpr offset() {
    return switch (random.nextInt(4)) {
      case 0 -> new DurationExpr.Literal(seconds(), true, NOWHERE);
      case 1 -> new DurationExpr.Literal(-seconds(), true, NOWHERE);
      case 2 -> negated(chance(2) ? operand(2) : arithmetic(2, true));
      default -> arithmetic(2, true);
    };
  }

  private static DurationExpr negated(DurationExpr duration) {
    return duration instanceof DurationExpr.Literal
        ? duration
        : new DurationExpr.Operation(Operator.SUBTRACT, null, duration, false, NOWHERE);
  }

  private DurationExpr arithmetic(int depth, boolean wrapped) {
    Operator operator = pick(Arrays.asList(Operator.values()));
    boolean call = operator == Operator.MIN_OF || operator == Operator.MAX_OF;
    return new DurationExpr.Operation(
        operator, operand(depth - 1), operand(depth - 1), wrapped && !call, NOWHERE);
  }

  private DurationExpr operand(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new DurationExpr.Step(NOWHERE);
      case 1 -> new DurationExpr.Range(NOWHERE);
      case 2 -> new DurationExpr.Literal(seconds(), true, NOWHERE);
      case 3 -> new DurationExpr.Literal(1 + random.nextInt(100), false, NOWHERE);
      case 4 ->
          new DurationExpr.Operation(
              Operator.ADD,
              null,
              new DurationExpr.Literal(1 + random.nextInt(9), false, NOWHERE),
              true,
              NOWHERE);
      default -> arithmetic(depth, true);
    };
  }
}
