package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Expr.StringLiteral;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.type.ValueType;
import org.jspecify.annotations.Nullable;

/// What is known of an aggregation.
final class AggregationFacts {
  private AggregationFacts() {}

  static Facts of(Aggregation aggregation, Facts operand) {
    AggregationOperator operator = aggregation.operator();
    Presence presence = presence(aggregation, operand.presence());
    if (operator.keepsSeries()) {
      return operand.withPresence(presence);
    }
    LabelFlow labels = grouped(aggregation.grouping(), operand.labels());
    if (operator == AggregationOperator.COUNT_VALUES
        && aggregation.parameter() instanceof StringLiteral label) {
      labels = labels.withSure(label.value());
    }
    return new Facts(
        ValueType.INSTANT_VECTOR,
        labels,
        unit(operator, operand.unit()),
        kind(operator, operand.kind()),
        operand.range().isEmpty() ? ValueRange.EMPTY : range(aggregation, operand.range()),
        presence);
  }

  private static Presence presence(Aggregation aggregation, Presence operand) {
    return switch (aggregation.operator()) {
      case TOPK, BOTTOMK, LIMITK -> {
        boolean some =
            aggregation.parameter() instanceof NumberLiteral number && number.value() >= 1;
        yield some ? operand : operand.and(Presence.SOMETIMES);
      }
      case LIMIT_RATIO -> operand.and(Presence.SOMETIMES);
      default -> operand;
    };
  }

  private static LabelFlow grouped(Grouping grouping, LabelFlow labels) {
    return switch (grouping.kind()) {
      case ALL -> LabelFlow.NONE;
      case BY -> labels.keep(grouping.labels());
      case WITHOUT -> labels.without(grouping.labels()).withoutName();
    };
  }

  private static Unit unit(AggregationOperator operator, Unit operand) {
    return switch (operator) {
      // A sum of shares is no share.
      case SUM ->
          operand.equals(Unit.RATIO) || operand.equals(Unit.PERCENT) ? Unit.UNKNOWN : operand;
      case COUNT, COUNT_VALUES -> Unit.COUNT;
      case GROUP, STDVAR -> Unit.UNKNOWN;
      case AVG, MIN, MAX, STDDEV, QUANTILE, TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> operand;
    };
  }

  private static MetricKind kind(AggregationOperator operator, MetricKind operand) {
    return switch (operator) {
      case SUM, AVG, MIN, MAX, QUANTILE, TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> operand;
      case COUNT, COUNT_VALUES, GROUP, STDDEV, STDVAR -> MetricKind.GAUGE;
    };
  }

  private static ValueRange range(Aggregation aggregation, ValueRange operand) {
    return switch (aggregation.operator()) {
      case SUM ->
          operand.min() >= 0
              ? new ValueRange(operand.min(), operand.max() == 0 ? 0 : Double.POSITIVE_INFINITY)
              : ValueRange.ANY;
      case AVG, MIN, MAX, TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> operand;
      case QUANTILE -> isShare(aggregation.parameter()) ? operand : ValueRange.ANY;
      case COUNT, COUNT_VALUES -> new ValueRange(1, Double.POSITIVE_INFINITY);
      case GROUP -> ValueRange.of(1);
      case STDDEV, STDVAR -> ValueRange.NOT_NEGATIVE;
    };
  }

  /// {@return whether a quantile asked for is one, so that the answer lies among the values}
  static boolean isShare(@Nullable Expr quantile) {
    return quantile instanceof NumberLiteral number && number.value() >= 0 && number.value() <= 1;
  }
}
