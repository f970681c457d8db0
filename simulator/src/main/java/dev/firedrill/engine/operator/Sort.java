package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// The elements of an instant vector in another order.
public final class Sort implements Operator {
  private final Operator vector;
  private final List<Integer> order = new ArrayList<>();
  private final List<Labels> labels = new ArrayList<>();

  private Sort(Operator vector, IntPredicate kept, Comparator<Integer> comparator) {
    this.vector = vector;
    for (int i = 0; i < vector.series().size(); i++) {
      if (kept.test(i)) {
        order.add(i);
      }
    }
    order.sort(comparator);
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
        (i, j) -> compare(values.get(i, 0), values.get(j, 0), descending));
  }

  private static int compare(double left, double right, boolean descending) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Boolean.compare(Double.isNaN(left), Double.isNaN(right));
    }
    if (left == right) {
      return 0;
    }
    return left < right == descending ? 1 : -1;
  }

  /// {@return the elements in an order of their labels}
  public static Operator byLabels(Operator vector, Comparator<Labels> comparator) {
    return new Sort(
        vector,
        i -> true,
        (i, j) -> comparator.compare(vector.series().get(i), vector.series().get(j)));
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
