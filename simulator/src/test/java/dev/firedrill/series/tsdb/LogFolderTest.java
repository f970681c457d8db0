package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
  private static final Path RECORDED =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded");
  private static final LabelMatcher ANY =
      LabelMatcher.of("__name__", LabelMatcher.Operator.REGEX, ".+");

  @TempDir Path folder;

  private static List<Series> read(Path data) throws IOException {
    try (TsdbSource source = TsdbSource.open(data)) {
      List<Series> series = new ArrayList<>(source.select(List.of(ANY), TimeRange.ALL));
      assertThat(source.damage()).isEmpty();
      series.sort((one, other) -> one.labels().compareTo(other.labels()));
      return series;
    }
  }

  private static void assertSame(List<Series> again, List<Series> series) {
    assertThat(again)
        .extracting(Series::labels)
        .isEqualTo(series.stream().map(Series::labels).toList());
    for (int s = 0; s < series.size(); s++) {
      Samples one = series.get(s).samples();
      Samples other = again.get(s).samples();
      assertThat(other.size()).isEqualTo(one.size());
      for (int i = 0; i < one.size(); i++) {
        assertThat(other.time(i)).isEqualTo(one.time(i));
        assertThat(Double.doubleToRawLongBits(other.value(i)))
            .isEqualTo(Double.doubleToRawLongBits(one.value(i)));
        assertThat(unhinted(other.histogram(i))).isEqualTo(unhinted(one.histogram(i)));
      }
    }
  }

  // What is known of resets is found out anew, as a server does.
  private static @Nullable NativeHistogram unhinted(@Nullable NativeHistogram histogram) {
    return histogram == null ? null : histogram.withHint(CounterResetHint.UNKNOWN);
  }

  @Test
  void holdsWhatAServerRecordedToTheBit() throws IOException {
    for (String recorded : List.of("training-run", "storage/data", "tsdb/data")) {
      List<Series> series = read(RECORDED.resolve(recorded));
      assertThat(series).isNotEmpty();
      Path written = folder.resolve(recorded);
      LogFolder.write(written, series);
      assertSame(read(written), series);
    }
  }

  @Test
  void holdsStalenessMarkersAndSeriesLongerThanARecord() throws IOException {
    Samples samples = new Samples();
    for (int i = 0; i < 50_000; i++) {
      samples.append(
          1_795_000_000_000L + 15_000L * i, i % 100 == 99 ? StaleNaN.STALE_NAN : i / 3.0);
    }
    List<Series> series = List.of(new Series(Labels.of("__name__", "long", "é", "ü\n"), samples));
    LogFolder.write(folder, series);
    assertSame(read(folder), series);
  }

  @Test
  void leavesTheLogOfAServerAlone() throws IOException {
    Files.createDirectories(folder.resolve("wal"));
    assertThatThrownBy(() -> LogFolder.write(folder, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void isReadByPromtoolAsItIsReadHere() throws IOException, InterruptedException {
    assumeTrue(
        Boolean.getBoolean("firedrill.oracles"), "oracle tests run with -Dfiredrill.oracles=true");
    List<Series> series = read(RECORDED.resolve("training-run"));
    LogFolder.write(folder, series);
    assertThat(TsdbDump.ours(folder))
        .hasSizeGreaterThan(1000)
        .isEqualTo(TsdbDump.promtools(folder));
  }
}
