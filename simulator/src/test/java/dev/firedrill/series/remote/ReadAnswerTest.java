package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.tsdb.XorWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadAnswerTest {
  private static final String SAMPLES = "application/x-protobuf";
  private static final String STREAMED =
      "application/x-streamed-protobuf; proto=prometheus.ChunkedReadResponse";
  private static final TimeRange RANGE = new TimeRange(1000, 5000);

  private static List<Series> read(String type, byte[] body) throws IOException {
    return ReadAnswer.read(type, new ByteArrayInputStream(body), RANGE);
  }

  private static byte[] sample(long time, double value) {
    return Wire.message(2, Wire.real(1, value), Wire.number(2, time));
  }

  /// A frame with one chunk of a series.
  private static byte[] frame(String name, int encoding, byte[] chunk) {
    byte[] series =
        Wire.message(
            1,
            Wire.label("__name__", name),
            Wire.message(2, Wire.number(3, encoding), new WireWriter().bytes(4, chunk).toBytes()));
    return Wire.frame(series);
  }

  private static byte[] xor(long... times) {
    long[] values = new long[times.length];
    for (int i = 0; i < times.length; i++) {
      values[i] = i == 2 ? StaleNaN.STALE_BITS : Double.doubleToRawLongBits(i + 0.5);
    }
    return XorWriter.chunk(times, values);
  }

  @Test
  void readsSamplesWithStalenessMarkers() throws IOException {
    byte[] series =
        Wire.message(
            1,
            Wire.label("__name__", "up"),
            Wire.label("job", "a"),
            sample(1000, 1),
            sample(2000, StaleNaN.STALE_NAN));
    List<Series> got = read(SAMPLES, Wire.snappy(Wire.message(1, series)));
    assertThat(got).hasSize(1);
    Samples samples = got.getFirst().samples();
    assertThat(got.getFirst().labels()).isEqualTo(Labels.of("__name__", "up", "job", "a"));
    assertThat(samples.size()).isEqualTo(2);
    assertThat(samples.value(0)).isEqualTo(1);
    assertThat(StaleNaN.isStale(samples.value(1))).isTrue();
  }

  @Test
  void readsHistograms() throws IOException {
    byte[] span = Wire.joined(Wire.signed(1, -1), Wire.number(2, 2));
    byte[] histogram =
        Wire.message(
            4,
            Wire.number(1, 9),
            Wire.real(3, 12.5),
            Wire.signed(4, 3),
            Wire.real(5, 0.001),
            Wire.number(6, 2),
            Wire.message(11, span),
            new WireWriter().bytes(12, new byte[] {6, 2}).toBytes(),
            Wire.number(14, 3),
            Wire.number(15, 1500));
    byte[] series = Wire.message(1, Wire.label("__name__", "took"), histogram);
    Samples samples = read(SAMPLES, Wire.snappy(Wire.message(1, series))).getFirst().samples();
    NativeHistogram got = Objects.requireNonNull(samples.histogram(0));
    assertThat(samples.time(0)).isEqualTo(1500);
    assertThat(got.toNotation())
        .isEqualTo(
            "{{schema:3 count:9 sum:12.5 z_bucket:2 z_bucket_w:0.001 counter_reset_hint:gauge"
                + " offset:-1 buckets:[3 4]}}");
  }

  @Test
  void readsChunksAsTheyAreStoredFrameByFrame() throws IOException {
    byte[] body =
        Wire.joined(
            frame("b", 1, xor(0, 1000, 2000)),
            frame("a", 1, xor(1000, 2000)),
            frame("a", 1, xor(3000, 9000)));
    List<Series> got = read(STREAMED, body);
    assertThat(got).extracting(series -> series.labels().metricName()).containsExactly("a", "b");
    Samples a = got.getFirst().samples();
    assertThat(List.of(a.time(0), a.time(1), a.time(2))).containsExactly(1000L, 2000L, 3000L);
    assertThat(a.size()).as("beyond the range nothing").isEqualTo(3);
    Samples b = got.getLast().samples();
    assertThat(b.time(0)).isEqualTo(1000);
    assertThat(StaleNaN.isStale(b.value(1))).isTrue();
  }

  @Test
  void showsWhatAServerSaysWhereAFrameIsDue() {
    byte[] good = frame("a", 1, xor(1000));
    byte[] error =
        "exceeded byte limit: too many series\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(STREAMED, Wire.joined(good, error)))
        .hasMessage(
            "the server broke its answer to a remote read off: exceeded byte limit: too many"
                + " series");
  }

  @Test
  void refusesWhatIsDamaged() {
    byte[] good = frame("a", 1, xor(1000, 2000));
    byte[] flipped = good.clone();
    flipped[good.length - 1] ^= 1;
    assertThatThrownBy(() -> read(STREAMED, flipped))
        .hasMessage("the answer ends within a frame, or its checksum is wrong");
    assertThatThrownBy(() -> read(STREAMED, java.util.Arrays.copyOf(good, good.length - 1)))
        .hasMessage("the answer ends within a frame, or its checksum is wrong");
    assertThatThrownBy(() -> read(STREAMED, frame("a", 99, xor(1000))))
        .hasMessageContaining("invalid chunk encoding 99");
    assertThatThrownBy(() -> read(SAMPLES, new byte[] {5, 1, 2}))
        .hasMessage("the answer cannot be unpacked");
    assertThatThrownBy(() -> read("text/html", new byte[0]))
        .hasMessageContaining("does it speak remote read there?");
  }

  @Test
  void readsNothingFromNothing() throws IOException {
    assertThat(read(STREAMED, new byte[0])).isEmpty();
    assertThat(read(SAMPLES, Wire.snappy(new byte[0]))).isEmpty();
  }
}
