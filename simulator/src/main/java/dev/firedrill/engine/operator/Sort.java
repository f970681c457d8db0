package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// The elements of an instant vector in another order.
public final class Sort implements Operator {
  private final Operator vector;
  private final List<Integer> order = new ArrayList<>();
  private final List<Labels> labels = new ArrayList<>();

  /// Whether one series is to come before another.
  private interface Order {
    boolean isBefore(int series, int other);
  }

  private Sort(Operator vector, IntPredicate kept, Order wanted) {
    this.vector = vector;
    for (int i = 0; i < vector.series().size(); i++) {
      if (kept.test(i)) {
        order.add(i);
      }
    }
    PatternDefeatingSort.sort(
        order.size(),
        new PatternDefeatingSort.Elements() {
          @Override
          public boolean less(int i, int j) {
            return wanted.isBefore(order.get(i), order.get(j));
          }

          @Override
          public void swap(int i, int j) {
            Collections.swap(order, i, j);
          }
        });
    for (int series : order) {
      labels.add(vector.series().get(series));
    }
  }

  /// {@return the numbers of the one step there is, in the order of values; NaN last}
  public static Operator byValue(Operator vector, boolean descending) {
    Batch values = vector.batch(0, 1);
    return new Sort(
        vector,
        i -> values.hasNumber(i, 0),
        (i, j) -> isBefore(values.get(i, 0), values.get(j, 0), descending));
  }

  // Prometheus takes everything to come before NaN, even another NaN.
  private static boolean isBefore(double value, double other, boolean descending) {
    return Double.isNaN(other) || (descending ? value > other : value < other);
  }

  /// {@return the elements in an order of their labels}
  public static Operator byLabels(Operator vector, Comparator<Labels> comparator) {
    return new Sort(
        vector,
        i -> true,
        (i, j) -> comparator.compare(vector.series().get(i), vector.series().get(j)) < 0);
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean mayHoldHistograms() {
    return vector.mayHoldHistograms();
  }

  @Override
  public boolean losesName(int series) {
    return vector.losesName(order.get(series));
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int column = 0; column < out.series(); column++) {
      int source = order.get(column);
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(source, row)) {
          out.copy(column, row, in, source, row);
        }
      }
    }
  }

  @Override
  public String describe() {
    return "sort";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
