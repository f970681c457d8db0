package dev.firedrill.engine.operator;

import dev.firedrill.engine.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All steps of a grid, evaluated batch by batch.
///
/// @param size steps in a batch
public record StepBatches(TimeGrid grid, int size) {
  /// A run of steps.
  ///
  /// @param first the number of the first
  /// @param steps how many
  public record Run(int first, int steps) {}

  /// Goes through the runs in the order of time.
  ///
  /// @param last whether a run is the last one that is wanted
  public void until(Predicate<Run> last) {
    for (int first = 0; first < grid.count(); first += size) {
      if (last.test(new Run(first, Math.min(size, grid.count() - first)))) {
        return;
      }
    }
  }

  /// {@return all runs in the order of time}
  public List<Run> all() {
    return between(0, grid.count());
  }

  /// {@return the runs of some of the steps}
  ///
  /// @param first the number of the first
  /// @param end the number after the last
  public List<Run> between(int first, int end) {
    List<Run> runs = new ArrayList<>();
    for (int next = first; next < end; next += size) {
      runs.add(new Run(next, Math.min(size, end - next)));
    }
    return runs;
  }

  /// {@return whether a series of an operator has a value at any step}
  boolean everHas(Operator operator, int series) {
    boolean[] found = new boolean[1];
    until(
        run -> {
          Batch batch = operator.batch(run.first(), run.steps());
          for (int row = 0; row < run.steps(); row++) {
            found[0] |= batch.has(series, row);
          }
          return found[0];
        });
    return found[0];
  }
}
