package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A box of a plan that yields a value for each of its series at each step: first it says which
/// series, then it fills batches of steps.
///
/// A scalar is an operator with one series without labels, present at every step.
public interface Operator extends PlanNode {
  /// {@return the labels of all series this can yield, none twice; always the same list}
  List<Labels> series();

  /// {@return whether any value may be a native histogram, as far as is known before evaluating}
  default boolean mayHoldHistograms() {
    return false;
  }

  /// {@return whether a series loses its metric name once the whole expression is evaluated}
  ///
  /// No series does where names are removed at once.
  default boolean losesName(int series) {
    return false;
  }

  /// Writes the values of a run of steps. Batches may be asked for in any order.
  ///
  /// @param first the number of the first step, from 0
  /// @param out empty; a column for each series, as many steps as are wanted
  void fill(int first, Batch out);

  /// {@return the values of a run of steps in a new batch}
  default Batch batch(int first, int steps) {
    Batch out = new Batch(series().size(), steps);
    fill(first, out);
    return out;
  }
}
