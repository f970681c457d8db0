package dev.firedrill.engine.operator;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates an operator over a whole grid, batch by batch.
public final class Columns {
  private Columns() {}

  /// What is done with each batch.
  @FunctionalInterface
  public interface BatchConsumer {
    /// Takes a batch.
    ///
    /// @param first the number of the batch's first step
    void accept(int first, Batch batch);
  }

  /// Evaluates all steps of a grid.
  ///
  /// @param batchSteps how many steps at a time
  public static void forEach(
      Operator operator, TimeGrid grid, int batchSteps, BatchConsumer consumer) {
    for (int first = 0; first < grid.count(); first += batchSteps) {
      int steps = Math.min(batchSteps, grid.count() - first);
      consumer.accept(first, operator.batch(first, steps));
    }
  }

  /// {@return the values of each series over a grid, as samples at the times of the steps}
  public static List<Samples> collect(Operator operator, TimeGrid grid, int batchSteps) {
    List<Samples> collected = new ArrayList<>();
    for (int i = 0; i < operator.series().size(); i++) {
      collected.add(new Samples());
    }
    forEach(operator, grid, batchSteps, (first, batch) -> append(grid, first, batch, collected));
    return collected;
  }

  private static void append(TimeGrid grid, int first, Batch batch, List<Samples> collected) {
    for (int column = 0; column < batch.series(); column++) {
      Samples samples = collected.get(column);
      for (int row = 0; row < batch.steps(); row++) {
        if (batch.has(column, row)) {
          append(samples, grid.time(first + row), batch, column, row);
        }
      }
    }
  }

  private static void append(Samples samples, long time, Batch batch, int column, int row) {
    @Nullable NativeHistogram histogram = batch.histogram(column, row);
    if (histogram == null) {
      samples.append(time, batch.get(column, row));
    } else {
      samples.append(time, histogram);
    }
  }
}
