package dev.firedrill.rules.run;

import dev.firedrill.engine.operator.Batch;

/// A batch step by step: which series have a value at each. Most results of alerting rules are
/// empty at most steps, where looking at every series would take longer than evaluating them.
final class BatchRows {
  private final Batch batch;
  // where the columns of each row begin, and after the last one where they end
  private final int[] starts;
  private final int[] columns;

  /// Goes over the values of a batch.
  BatchRows(Batch batch) {
    this.batch = batch;
    this.starts = new int[batch.steps() + 1];
    for (int column = 0; column < batch.series(); column++) {
      for (int row = batch.nextRow(column, 0);
          row < batch.steps();
          row = batch.nextRow(column, row + 1)) {
        starts[row + 1]++;
      }
    }
    for (int row = 0; row < batch.steps(); row++) {
      starts[row + 1] += starts[row];
    }
    this.columns = new int[starts[batch.steps()]];
    int[] places = starts.clone();
    for (int column = 0; column < batch.series(); column++) {
      for (int row = batch.nextRow(column, 0);
          row < batch.steps();
          row = batch.nextRow(column, row + 1)) {
        columns[places[row]++] = column;
      }
    }
  }

  /// {@return the values}
  Batch batch() {
    return batch;
  }

  /// {@return the number of steps}
  int steps() {
    return batch.steps();
  }

  /// {@return how many series have a value at a step}
  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /// {@return a series that has a value at a step}
  ///
  /// @param place from 0, in the order of the series
  int column(int row, int place) {
    return columns[starts[row] + place];
  }
}
