package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.type.ValueType;

/// What is known of two expressions joined by an operator.
final class BinaryFacts {
  private BinaryFacts() {}

  static Facts of(Binary binary, Facts left, Facts right) {
    BinaryOperator operator = binary.operator();
    ValueType type =
        left.isScalar() && right.isScalar() ? ValueType.SCALAR : ValueType.INSTANT_VECTOR;
    return switch (operator.kind()) {
      case SET -> ofSet(binary, left, right);
      case COMPARISON -> ofComparison(binary, left, right, type);
      case TRIM ->
          new Facts(
              type,
              MatchedLabels.of(binary, left, right),
              Unit.UNKNOWN,
              MetricKind.UNKNOWN,
              ValueRange.ANY,
              together(binary, left, right));
      case ARITHMETIC ->
          new Facts(
              type,
              MatchedLabels.of(binary, left, right).withoutName(),
              unit(operator, left, right),
              kind(operator, left, right),
              arithmetic(binary, left, right),
              together(binary, left, right));
    };
  }

  private static Facts ofSet(Binary binary, Facts left, Facts right) {
    return switch (binary.operator()) {
      case OR -> left.or(right);
      case AND ->
          left.withLabels(MatchedLabels.ofAnd(binary, left.labels(), right.labels()))
              .withPresence(
                  Contradictions.excludes(binary)
                      ? Presence.NEVER
                      : together(binary, left, right).and(Presence.SOMETIMES));
      default ->
          left.withPresence(
              right.presence() == Presence.NEVER
                  ? left.presence()
                  : left.presence().and(Presence.SOMETIMES));
    };
  }

  private static Facts ofComparison(Binary binary, Facts left, Facts right, ValueType type) {
    LabelFlow labels = MatchedLabels.of(binary, left, right);
    Presence together = together(binary, left, right);
    if (binary.returnBool() || type == ValueType.SCALAR) {
      return new Facts(
          type, labels.withoutName(), Unit.UNKNOWN, MetricKind.GAUGE, ValueRange.UNIT, together);
    }
    // The values of the vector are kept; of two vectors, those of the left one.
    Facts kept = left.isScalar() ? right : left;
    ValueRange range = kept.range();
    Presence presence = together.and(Presence.SOMETIMES);
    switch (Comparison.outcome(binary, left, right)) {
      case ALWAYS_TRUE -> presence = together;
      case ALWAYS_FALSE -> presence = Presence.NEVER;
      case OPEN -> range = Comparison.narrowed(binary, left, right);
    }
    return new Facts(type, labels, kept.unit(), kept.kind(), range, presence);
  }

  // Series of two vectors find each other or not.
  private static Presence together(Binary binary, Facts left, Facts right) {
    Presence both = left.presence().and(right.presence());
    if (left.isScalar() || right.isScalar() || both == Presence.NEVER) {
      return both;
    }
    if (MatchedLabels.contradiction(binary, left.labels(), right.labels()).isPresent()) {
      return Presence.NEVER;
    }
    boolean fill = binary.matching().fillLeft() != null || binary.matching().fillRight() != null;
    boolean unlabelled =
        left.labels().equals(LabelFlow.NONE) && right.labels().equals(LabelFlow.NONE);
    return fill || unlabelled ? both : both.and(Presence.SOMETIMES);
  }

  private static Unit unit(BinaryOperator operator, Facts left, Facts right) {
    return left.unit()
        .apply(operator, right.unit(), constant(left.range()), constant(right.range()));
  }

  private static double constant(ValueRange range) {
    return range.isConstant() ? range.min() : Double.NaN;
  }

  private static MetricKind kind(BinaryOperator operator, Facts left, Facts right) {
    boolean scales = operator == BinaryOperator.MULTIPLY || operator == BinaryOperator.DIVIDE;
    if (right.isScalar() && scales) {
      return left.kind();
    }
    if (left.isScalar() && operator == BinaryOperator.MULTIPLY) {
      return right.kind();
    }
    boolean sum = operator == BinaryOperator.ADD;
    return sum && left.kind() == right.kind() ? left.kind() : MetricKind.UNKNOWN;
  }

  private static ValueRange arithmetic(Binary binary, Facts left, Facts right) {
    if (binary.operator() == BinaryOperator.DIVIDE && PartOfWhole.isShare(binary)) {
      return ValueRange.UNIT;
    }
    return left.range().apply(binary.operator(), right.range());
  }
}
