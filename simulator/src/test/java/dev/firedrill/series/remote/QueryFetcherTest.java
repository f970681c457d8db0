package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFetcherTest {
  private static final List<LabelMatcher> UP =
      List.of(
          LabelMatcher.of("__name__", Operator.EQUAL, "up"),
          LabelMatcher.of("job", Operator.REGEX, "a|b"));
  private static final long MINUTE = 60_000;
  private static final long MARKER = 50 * MINUTE + 7;

  /// A server with a sample every minute, which are gone at 50 minutes and 7 milliseconds.
  private static String answer(HttpUrl url) {
    String query = String.valueOf(url.queryParameter("query"));
    long time = FakeServer.millis(url, "time");
    if (!query.contains("[")) {
      boolean there = time < MARKER && time >= 0;
      return "{\"resultType\":\"vector\",\"result\":["
          + (there ? "{\"metric\":{\"job\":\"a\"},\"value\":[" + time / 1000 + ",\"1\"]}" : "")
          + "]}";
    }
    long length = Long.parseLong(query.substring(query.indexOf('[') + 1, query.indexOf("ms]")));
    StringJoiner values = new StringJoiner(",");
    // As servers before 3.0: both ends are within.
    for (long at = Math.ceilDiv(time - length, MINUTE) * MINUTE; at <= time; at += MINUTE) {
      if (at >= 0 && at <= 50 * MINUTE) {
        values.add("[" + at / 1000 + ",\"" + at / MINUTE + "\"]");
      }
    }
    return "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"job\":\"a\"},\"values\":["
        + values
        + "]}]}";
  }

  @Test
  void asksForAllNamesWhereMatchersAreSatisfiedByNothing() {
    LabelMatcher other = LabelMatcher.of("job", LabelMatcher.Operator.NOT_EQUAL, "a");
    assertThat(QueryFetcher.selector(List.of(other))).isEqualTo("{job!=\"a\",__name__=~\".+\"}");
    LabelMatcher one = LabelMatcher.of("job", LabelMatcher.Operator.EQUAL, "a");
    assertThat(QueryFetcher.selector(List.of(one, other))).isEqualTo("{job=\"a\",job!=\"a\"}");
  }

  @Test
  void readsSamplesInPiecesAndFindsTheirEnd() throws Exception {
    try (FakeServer server = new FakeServer(QueryFetcherTest::answer)) {
      TimeRange range = new TimeRange(10 * MINUTE, 120 * MINUTE);
      List<Series> got = new QueryFetcher(server.api(), QueriedHistograms.REFUSED).fetch(UP, range);
      assertThat(got).hasSize(1);
      Samples samples = got.getFirst().samples();
      assertThat(samples.size()).isEqualTo(42);
      assertThat(samples.time(0)).isEqualTo(10 * MINUTE);
      assertThat(samples.time(40)).isEqualTo(50 * MINUTE);
      assertThat(samples.time(41)).isEqualTo(MARKER);
      assertThat(StaleNaN.isStale(samples.value(41))).isTrue();
      assertThat(server.asked.getFirst()).isEqualTo("{__name__=\"up\",job=~\"a|b\"}[1800000ms]");
    }
  }

  @Test
  void takesASampleThatIsGivenTwiceOnce() throws Exception {
    try (FakeServer server =
        new FakeServer(url -> answer(url).replaceAll("(\\[\\d+,\"\\d+\"])", "$1,$1"))) {
      List<Series> got =
          new QueryFetcher(server.api(), QueriedHistograms.REFUSED)
              .fetch(UP, new TimeRange(0, 40 * MINUTE));
      assertThat(got.getFirst().samples().size()).isEqualTo(41);
    }
  }

  @Test
  void refusesSamplesOutOfOrder() throws Exception {
    String values = "[{\"metric\":{\"job\":\"a\"},\"values\":[[120,\"1\"],[60,\"1\"]]}]";
    try (FakeServer server =
        new FakeServer(url -> "{\"resultType\":\"matrix\",\"result\":" + values + "}")) {
      QueryFetcher fetcher = new QueryFetcher(server.api(), QueriedHistograms.REFUSED);
      assertThatThrownBy(() -> fetcher.fetch(UP, new TimeRange(0, 40 * MINUTE)))
          .isInstanceOf(RemoteDataException.class)
          .hasMessageContaining("not in the order of time");
    }
  }

  @Test
  void asksForLessWhereTheServerRefuses() throws Exception {
    try (FakeServer server =
        new FakeServer(
            url ->
                String.valueOf(url.queryParameter("query")).contains("[1800000ms]")
                    ? "422"
                    : answer(url))) {
      TimeRange range = new TimeRange(0, 40 * MINUTE);
      List<Series> got = new QueryFetcher(server.api(), QueriedHistograms.REFUSED).fetch(UP, range);
      assertThat(got.getFirst().samples().size()).isEqualTo(41);
      assertThat(server.asked.get(1)).endsWith("[450000ms]");
    }
  }

  @Test
  void givesUpWhereTheServerRefusesEvenLittle() throws Exception {
    try (FakeServer server = new FakeServer(url -> "422")) {
      QueryFetcher fetcher = new QueryFetcher(server.api(), QueriedHistograms.REFUSED);
      TimeRange range = new TimeRange(0, 40 * MINUTE);
      assertThatThrownBy(() -> fetcher.fetch(UP, range)).hasMessageContaining("HTTP 422");
    }
  }

  @Test
  void saysHowToReadNativeHistograms() throws Exception {
    try (FakeServer server =
        new FakeServer(
            url ->
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"histograms\":"
                    + "[[1,{\"count\":\"1\",\"sum\":\"1\"}]]}]}")) {
      QueryFetcher fetcher = new QueryFetcher(server.api(), QueriedHistograms.REFUSED);
      assertThatThrownBy(() -> fetcher.fetch(UP, new TimeRange(0, MINUTE)))
          .isInstanceOf(RemoteDataException.class)
          .hasMessageContaining("use remote-read+http://");
      AtomicInteger leftOut = new AtomicInteger();
      QueryFetcher numbers =
          new QueryFetcher(server.api(), QueriedHistograms.leftOut(leftOut::incrementAndGet));
      assertThat(numbers.fetch(UP, new TimeRange(0, MINUTE)))
          .as("left out where only numbers are wanted")
          .isEmpty();
      assertThat(leftOut).hasPositiveValue();
    }
  }

  @Test
  void putsNativeHistogramsTogetherFromTheirBuckets() throws Exception {
    String both =
        "{\"metric\":{},\"values\":[[2,\"7\"]],\"histograms\":[[1,{\"count\":\"5\",\"sum\":\"8.5\","
            + "\"buckets\":[[3,\"-0.001\",\"0.001\",\"2\"],[0,\"1\",\"1.414213562373095\",\"3\"]]}]]}";
    try (FakeServer server =
        new FakeServer(url -> "{\"resultType\":\"matrix\",\"result\":[" + both + "]}")) {
      AtomicInteger told = new AtomicInteger();
      QueryFetcher fetcher =
          new QueryFetcher(server.api(), QueriedHistograms.rebuilt(told::incrementAndGet));
      Samples samples = fetcher.fetch(UP, new TimeRange(0, 10_000)).getFirst().samples();
      assertThat(told).hasPositiveValue();
      NativeHistogram histogram = Objects.requireNonNull(samples.histogram(0));
      assertThat(histogram.schema()).isEqualTo(1);
      assertThat(histogram.count()).isEqualTo(5);
      assertThat(histogram.sum()).isEqualTo(8.5);
      assertThat(histogram.zeroCount()).isEqualTo(2);
      assertThat(histogram.zeroThreshold()).isEqualTo(0.001);
      assertThat(samples.time(1)).isEqualTo(2000);
      assertThat(samples.value(1)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"count":"one"}                           | a value that is no number: one
          {"buckets":[[1,"-3","-1","3"]]}               | bounds of no schema
          []                                        | has a list where an object is expected
          """)
  void saysWhatIsWrongWithAHistogram(String histogram, String problem) throws Exception {
    String series = "{\"metric\":{},\"histograms\":[[1," + histogram + "]]}";
    try (FakeServer server =
        new FakeServer(url -> "{\"resultType\":\"matrix\",\"result\":[" + series + "]}")) {
      QueryFetcher fetcher = new QueryFetcher(server.api(), QueriedHistograms.rebuilt(() -> {}));
      assertThatThrownBy(() -> fetcher.fetch(UP, new TimeRange(0, MINUTE)))
          .hasMessageContaining(problem);
    }
  }
}
