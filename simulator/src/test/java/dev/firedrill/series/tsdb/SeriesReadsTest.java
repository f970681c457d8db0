package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.series.Samples;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is read while another series is read is what is read alone.
class SeriesReadsTest {
  private static final Path BLOCK =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded/training-run");

  @Test
  void seriesCanBeAskedForInAnyOrderAndForAnyTime() throws IOException {
    try (TsdbSource block = TsdbSource.open(BLOCK)) {
      List<StoredSeries> found = block.find(List.of(), TimeRange.ALL);
      TimeRange all = block.extent().orElseThrow();
      long middle = (all.first() + all.last()) / 2;
      List<TimeRange> ranges =
          List.of(
              all, new TimeRange(all.first(), middle), new TimeRange(middle + 1, all.last()), all);
      Random random = new Random(7);
      for (int i = 0; i < 3 * found.size(); i++) {
        // Mostly one after the other, so that what was begun is what is asked for.
        int place = random.nextInt(4) == 0 ? random.nextInt(found.size()) : i % found.size();
        TimeRange range = ranges.get(random.nextInt(20) == 0 ? random.nextInt(4) : 0);
        assertThat(lines(found.get(place).read(range)))
            .isEqualTo(lines(alone(block, place, range)));
      }
    }
  }

  @Test
  void seriesReadInTurnHaveTheirTimesInCommon() throws IOException {
    try (TsdbSource block = TsdbSource.open(BLOCK)) {
      List<Samples> read = new ArrayList<>();
      for (StoredSeries series : block.find(List.of(), TimeRange.ALL)) {
        read.add(series.read(TimeRange.ALL));
      }
      int common = 0;
      for (Samples samples : read) {
        common += read.stream().anyMatch(one -> one != samples && one.hasTimesOf(samples)) ? 1 : 0;
      }
      assertThat(common).isGreaterThan(read.size() * 3 / 4);
    }
  }

  private static Samples alone(TsdbSource block, int place, TimeRange range) {
    return block.find(List.of(), TimeRange.ALL).get(place).read(range);
  }

  private static List<String> lines(Samples samples) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      lines.add(samples.time(i) + " " + Double.doubleToRawLongBits(samples.value(i)));
    }
    return lines;
  }
}
