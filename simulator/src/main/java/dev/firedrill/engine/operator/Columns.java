package dev.firedrill.engine.operator;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates an operator batch by batch.
public final class Columns {
  private Columns() {}

  /// {@return the values of each series at some steps of a grid, as samples at the times of the
  ///     steps}
  public static List<Samples> collect(
      Operator operator, TimeGrid grid, List<StepBatches.Run> runs) {
    List<Samples> collected = new ArrayList<>();
    for (int i = 0; i < operator.series().size(); i++) {
      collected.add(new Samples());
    }
    for (StepBatches.Run run : runs) {
      append(grid, run.first(), operator.batch(run.first(), run.steps()), collected);
    }
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
