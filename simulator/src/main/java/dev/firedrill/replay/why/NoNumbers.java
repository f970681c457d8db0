package dev.firedrill.replay.why;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.engine.operator.BinaryKernel;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr.Binary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds out where NaN comes from: arithmetic such as 0 / 0, histograms without observations.
final class NoNumbers {
  private static final String BOUND = "le";
  private static final String INFINITE = "+Inf";
  private final BinaryOperator operator;
  private final @Nullable DoubleBinaryOperator computes;
  private int count;
  private Finding.@Nullable NoNumber first;

  /// The results of an operator.
  NoNumbers(Binary binary) {
    operator = binary.operator();
    boolean arithmetic = operator.kind() == BinaryOperator.Kind.ARITHMETIC;
    computes = arithmetic ? BinaryKernel.of(operator, false, new Span(0, 0)).function() : null;
  }

  /// Takes the values of both sides of one result.
  void add(Labels labels, double left, double right) {
    if (computes == null || Double.isNaN(left) || Double.isNaN(right)) {
      return;
    }
    if (Double.isNaN(computes.applyAsDouble(left, right))) {
      count++;
      first = first == null ? new Finding.NoNumber(1, labels, left, operator, right) : first;
    }
  }

  /// {@return what was computed of numbers and is none}
  Optional<Finding> finding() {
    Finding.NoNumber example = first;
    return example == null
        ? Optional.empty()
        : Optional.of(
            new Finding.NoNumber(
                count, example.example(), example.left(), operator, example.right()));
  }

  /// {@return why the first quantile that is no number is none; empty where all are, or where it
  ///     is not for the buckets}
  static Optional<Finding> ofQuantiles(Outcome.Vector quantiles, Outcome.Vector buckets) {
    for (Sample quantile : quantiles.samples()) {
      if (Double.isNaN(quantile.value()) && quantile.histogram() == null) {
        Labels group = quantile.labels();
        List<Sample> own = new ArrayList<>();
        Set<String> bounds = new HashSet<>();
        for (Sample bucket : buckets.all()) {
          Labels labels = bucket.labels().without(BOUND, Labels.METRIC_NAME);
          if (bucket.histogram() == null && labels.equals(group)) {
            own.add(bucket);
            bounds.add(bucket.labels().get(BOUND));
          }
        }
        if (!own.isEmpty() && !bounds.contains(INFINITE)) {
          return Optional.of(new Finding.NoQuantile(group, true));
        }
        if (!own.isEmpty() && own.stream().allMatch(each -> each.value() == 0)) {
          return Optional.of(new Finding.NoQuantile(group, false));
        }
      }
    }
    return Optional.empty();
  }
}
