package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.operator.Batch;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The series of each step are those that a look at every cell finds, in their order.
class BatchRowsProperties {
  @Property
  void eachRowHasItsSeriesInTheirOrder(
      @ForAll @IntRange(min = 0, max = 5) int series,
      @ForAll @IntRange(min = 1, max = 140) int steps,
      @ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> cells) {
    Batch batch = new Batch(series, steps);
    for (int cell : series == 0 ? List.<Integer>of() : cells) {
      batch.set(cell % series, cell % steps, cell);
    }
    BatchRows rows = new BatchRows(batch);
    assertThat(rows.steps()).isEqualTo(steps);
    for (int row = 0; row < steps; row++) {
      List<Integer> expected = new ArrayList<>();
      for (int column = 0; column < series; column++) {
        if (batch.has(column, row)) {
          expected.add(column);
        }
      }
      List<Integer> found = new ArrayList<>();
      for (int place = 0; place < rows.count(row); place++) {
        found.add(rows.column(row, place));
      }
      assertThat(found).isEqualTo(expected);
    }
  }
}
