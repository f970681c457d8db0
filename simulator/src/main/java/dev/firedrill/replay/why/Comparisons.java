package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.flow.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells which values a comparison let go, and by how much.
final class Comparisons {
  private static final int SHOWN = 5;

  private Comparisons() {}

  /// {@return what a comparison of a vector with a number let go, or made 0 of}
  /// @param vectorFirst whether the vector is the left side
  static Optional<Finding> withScalar(
      Binary binary, Outcome.Vector vector, double scalar, boolean vectorFirst) {
    // As if the vector stood on the left.
    BinaryOperator operator =
        vectorFirst ? binary.operator() : Comparison.mirrored(binary.operator());
    List<Finding.Miss> misses = new ArrayList<>();
    for (Sample sample : vector.samples()) {
      if (sample.histogram() == null && !holds(operator, sample.value(), scalar)) {
        misses.add(new Finding.Miss(sample.labels(), sample.value(), scalar));
      }
    }
    return missed(operator, vector.samples().size(), misses);
  }

  /// {@return the finding that values did not pass; empty where all did}
  static Optional<Finding> missed(BinaryOperator operator, int of, List<Finding.Miss> misses) {
    if (misses.isEmpty()) {
      return Optional.empty();
    }
    List<Finding.Miss> sorted = new ArrayList<>(misses);
    sorted.sort(Comparator.comparingDouble(Finding.Miss::distance));
    return Optional.of(
        new Finding.Missed(
            operator, misses.size(), of, sorted.subList(0, Math.min(SHOWN, sorted.size()))));
  }

  /// {@return whether a comparison is true}
  static boolean holds(BinaryOperator operator, double value, double bound) {
    return switch (operator) {
      case EQUAL -> value == bound;
      case NOT_EQUAL -> value != bound;
      case LESS -> value < bound;
      case LESS_OR_EQUAL -> value <= bound;
      case GREATER -> value > bound;
      case GREATER_OR_EQUAL -> value >= bound;
      default -> throw new IllegalArgumentException("no comparison: " + operator.symbol());
    };
  }
}
