package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.client.MetricMetadata;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextFormat;
import dev.firedrill.series.text.TextRecording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeriesOpenMetricsTest {
  private static final MetricFamilies FAMILIES =
      new MetricFamilies(
          Map.of(
              "errors", List.of(new MetricMetadata("counter", "", "")),
              "old_total", List.of(new MetricMetadata("counter", "", "")),
              "took", List.of(new MetricMetadata("histogram", "", "")),
              "up", List.of(new MetricMetadata("gauge", "", ""))));

  private static Series series(long[] times, double[] values, String... labels) {
    return new Series(Labels.of(labels), Samples.of(times, values));
  }

  private static String text(List<Series> series) throws IOException {
    StringBuilder out = new StringBuilder();
    SeriesStore store = new SeriesStore();
    series.forEach(store::add);
    TimeRange range = store.extent().orElseThrow();
    ExportTally tally = new ExportTally();
    new SeriesOpenMetrics(new SeriesBatches(store, range), FAMILIES, tally).write(out);
    return out.toString();
  }

  @Test
  void writesFamilyByFamily() throws IOException {
    long[] at = {1500};
    double[] one = {1};
    assertThat(
            text(
                List.of(
                    series(at, one, "__name__", "errors_total", "a", "x\"y\\z\n"),
                    series(at, one, "__name__", "job:up:sum"),
                    series(at, one, "__name__", "old_total"),
                    series(at, one, "__name__", "strange"),
                    series(at, one, "__name__", "took_bucket", "le", "+Inf"),
                    series(at, one, "__name__", "took_sum"),
                    series(at, one, "__name__", "up", "a.b", "c"))))
        .isEqualTo(
            """
            # TYPE errors counter
            errors_total{a="x\\"y\\\\z\\n"} 1 1.500
            # TYPE job:up:sum unknown
            job:up:sum 1 1.500
            # TYPE old counter
            old_total 1 1.500
            # TYPE strange unknown
            strange 1 1.500
            # TYPE took histogram
            took_bucket{le="+Inf"} 1 1.500
            took_sum 1 1.500
            # TYPE up gauge
            up{"a.b"="c"} 1 1.500
            # EOF
            """);
  }

  @Test
  void isReadBackToTheLastBitWithoutStalenessMarkers() throws IOException {
    long[] times = {1000, 1001, 2000, 3000, 4000, 5000};
    double[] values = {
      0.1, 1e300, Double.NEGATIVE_INFINITY, StaleNaN.STALE_NAN, Double.MIN_VALUE, -0.0
    };
    Labels labels = Labels.of("__name__", "up", "job", "ä");
    String text = text(List.of(new Series(labels, Samples.of(times, values))));
    SeriesStore read =
        Objects.requireNonNull(
            TextRecording.read(
                    "x.om",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    TextFormat.OPENMETRICS)
                .value());
    Samples samples = read.get(labels).orElseThrow().samples();
    assertThat(samples.size()).isEqualTo(5);
    assertThat(samples.time(1)).isEqualTo(1001);
    assertThat(samples.value(1)).isEqualTo(1e300);
    assertThat(samples.value(3)).isEqualTo(Double.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(samples.value(4)))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
  }
}
