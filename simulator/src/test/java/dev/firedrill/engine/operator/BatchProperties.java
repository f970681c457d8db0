package dev.firedrill.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Where a batch has values, by words of its bitmap and cell by cell.
class BatchProperties {
  @Property
  void theNextRowIsTheFirstThatHasAValue(
      @ForAll @IntRange(min = 1, max = 4) int series,
      @ForAll @IntRange(min = 1, max = 150) int steps,
      @ForAll @Size(max = 20) List<@IntRange(max = 599) Integer> cells) {
    Batch batch = new Batch(series, steps);
    for (int cell : cells) {
      batch.set(cell % series, cell % steps, cell);
    }
    for (int column = 0; column < series; column++) {
      int own = column;
      for (int row = 0; row < steps; row++) {
        int next =
            IntStream.range(row, steps).filter(at -> batch.has(own, at)).findFirst().orElse(steps);
        assertThat(batch.nextRow(column, row)).isEqualTo(next);
      }
    }
  }

  @Property
  void aColumnWrittenAtOnceLeavesTheOthersAlone(
      @ForAll @IntRange(min = 1, max = 150) int steps,
      @ForAll @IntRange(min = 0, max = 2) int written) {
    Batch batch = new Batch(3, steps);
    batch.set(written, 0, histogram());
    double[] numbers = IntStream.range(0, steps).asDoubleStream().toArray();
    batch.setAll(written, numbers);
    for (int column = 0; column < 3; column++) {
      for (int row = 0; row < steps; row++) {
        assertThat(batch.has(column, row)).isEqualTo(column == written);
        assertThat(batch.histogram(column, row)).isNull();
      }
      assertThat(batch.get(column, steps - 1)).isEqualTo(column == written ? steps - 1 : 0);
    }
  }

  private static NativeHistogram histogram() {
    return new NativeHistogram(
        CounterResetHint.UNKNOWN, 0, 0, 0, 1, 1, Buckets.of(0, 1), Buckets.EMPTY, List.of());
  }
}
