package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.series.TimeRange;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ServerExtentTest {
  private static final long NOW = Duration.ofDays(100).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  // Blocks begin at even hours; scrapes began somewhat later.
  private static final long BLOCK = NOW - 26 * HOUR;
  private static final long SCRAPE = BLOCK + HOUR + 7 * 60_000 + 2_123;

  private static String answer(HttpUrl url) {
    return answer(url, "up");
  }

  /// The answers of a server whose samples begin with a scrape, and go on.
  private static String answer(HttpUrl url, String metric) {
    String query = String.valueOf(url.queryParameter("query"));
    return switch (url.encodedPath()) {
      case "/api/v1/status/runtimeinfo" -> "{\"storageRetention\":\"15d\"}";
      case "/api/v1/labels" -> FakeServer.millis(url, "end") >= BLOCK ? "[\"job\"]" : "[]";
      case "/api/v1/label/__name__/values" -> "[\"" + metric + "\",\"a_total\",\"b.c\"]";
      case "/api/v1/query_range" -> {
        long start = FakeServer.millis(url, "start");
        long step = FakeServer.millis(url, "step");
        long seen = start + Math.ceilDiv(Math.max(0, SCRAPE - start), step) * step;
        yield seen <= FakeServer.millis(url, "end") ? matrix(seen) : matrix();
      }
      default -> {
        long length = Long.parseLong(query.substring(query.indexOf('[') + 1, query.indexOf("ms]")));
        yield FakeServer.millis(url, "time") - length < SCRAPE ? matrix(SCRAPE) : matrix();
      }
    };
  }

  private static String matrix(long... times) {
    StringBuilder values = new StringBuilder();
    for (long time : times) {
      values.append("{\"metric\":{},\"values\":[[").append(time / 1000.0).append(",\"1\"]]}");
    }
    return "{\"resultType\":\"matrix\",\"result\":[" + values + "]}";
  }

  @Test
  void findsTheFirstSampleWhereNoTargetIsScraped() throws Exception {
    try (FakeServer server = new FakeServer(url -> answer(url, "a"))) {
      for (long now : new long[] {NOW, NOW + 17, NOW + HOUR}) {
        assertThat(new ServerExtent(server.api(), null, now).whole().first()).isEqualTo(SCRAPE);
      }
      assertThat(server.asked.getLast()).startsWith("{__name__=~\"a|a_total|b\\\\.c\"}[");
    }
  }

  @Test
  void asksWhetherThereAreSamples() throws Exception {
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      ServerExtent extent = new ServerExtent(server.api(), null, NOW);
      assertThat(extent.hasSamples(new TimeRange(SCRAPE - HOUR, SCRAPE + HOUR), 0)).isTrue();
      assertThat(server.asked.getLast()).isEqualTo("count(last_over_time(up[7200001ms]))");
    }
  }

  @Test
  void asksWhetherTargetsAreScrapedAsOften() throws Exception {
    try (FakeServer server =
        new FakeServer(
            url ->
                url.encodedPath().endsWith("/query")
                    ? "{\"resultType\":\"vector\",\"result\":["
                        + "{\"metric\":{\"n\":\"3\"},\"value\":[1,\"40\"]},"
                        + "{\"metric\":{\"n\":\"20\"},\"value\":[1,\"7\"]}]}"
                    : answer(url))) {
      ServerExtent extent = new ServerExtent(server.api(), null, NOW);
      TimeRange fiveMinutes = new TimeRange(NOW - 299_999, NOW);
      assertThat(extent.hasSamples(fiveMinutes, 15_000)).isTrue();
      assertThat(extent.hasSamples(fiveMinutes, 120_000)).isTrue();
      assertThat(extent.hasSamples(fiveMinutes, 60_000)).isFalse();
      assertThat(extent.hasSamples(fiveMinutes, 5000)).isFalse();
      assertThat(server.asked.getLast())
          .isEqualTo("count_values(\"n\", count_over_time(up[300000ms]))");
    }
  }

  @Test
  void asksWhetherAnySeriesAreAsOftenWhereNoTargetIsScraped() throws Exception {
    try (FakeServer server =
        new FakeServer(
            url ->
                url.encodedPath().endsWith("/query")
                    ? "{\"resultType\":\"vector\",\"result\":["
                        + "{\"metric\":{\"n\":\"5\"},\"value\":[1,\"40\"]}]}"
                    : answer(url, "a"))) {
      ServerExtent extent = new ServerExtent(server.api(), null, NOW);
      TimeRange fiveMinutes = new TimeRange(NOW - 299_999, NOW);
      assertThat(extent.hasSamples(fiveMinutes, 15_000)).isFalse();
      assertThat(extent.hasSamples(fiveMinutes, 60_000)).isTrue();
      assertThat(server.asked.getLast())
          .startsWith("count_values(\"n\", count_over_time({__name__=\"a\"}[300000ms])) or count_")
          .endsWith("({__name__=\"b.c\"}[300000ms]))");
    }
  }

  @Test
  void findsTheFirstSampleOfADay() throws Exception {
    // VictoriaMetrics tells names by days.
    long day = Duration.ofDays(1).toMillis();
    try (FakeServer server =
        new FakeServer(
            url ->
                url.encodedPath().equals("/api/v1/labels")
                    ? FakeServer.millis(url, "end") >= SCRAPE / day * day ? "[\"job\"]" : "[]"
                    : answer(url, "a"))) {
      assertThat(new ServerExtent(server.api(), null, NOW).whole().first()).isEqualTo(SCRAPE);
    }
  }

  @Test
  void findsTheFirstScrape() throws Exception {
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      ServerExtent extent = new ServerExtent(server.api(), null, NOW);
      assertThat(extent.whole()).isEqualTo(new TimeRange(SCRAPE, NOW));
      assertThat(extent.ofInterest()).isEqualTo(extent.whole());
      assertThat(server.asked).hasSizeLessThan(20);
    }
  }

  @Test
  void asksForLessAtOnceWhereTheServerRefuses() throws Exception {
    try (FakeServer server =
        new FakeServer(
            url -> {
              long steps =
                  url.encodedPath().endsWith("/query_range")
                      ? (FakeServer.millis(url, "end") - FakeServer.millis(url, "start"))
                          / FakeServer.millis(url, "step")
                      : 0;
              return steps > 10 ? "422" : answer(url);
            })) {
      assertThat(new ServerExtent(server.api(), null, NOW).whole().first()).isEqualTo(SCRAPE);
    }
  }

  @Test
  void isWhatTheIndexSaysWhereTheServerRefusesAll() throws Exception {
    try (FakeServer server =
        new FakeServer(url -> url.encodedPath().contains("/query") ? "422" : answer(url))) {
      assertThat(new ServerExtent(server.api(), null, NOW).whole().first())
          .isBetween(BLOCK - HOUR, SCRAPE);
    }
  }

  @Test
  void knowsWhatIsOfInterestWithoutTheServer() throws Exception {
    try (FakeServer server = new FakeServer(url -> "500")) {
      assertThat(new ServerExtent(server.api(), 5L, 7).ofInterest()).isEqualTo(new TimeRange(5, 7));
      assertThat(new ServerExtent(server.api(), 7L, 7).whole()).isEqualTo(new TimeRange(7, 7));
      assertThat(server.asked).isEmpty();
    }
  }

  @Test
  void knowsWhatIsBeforeTheTimeOfInterest() throws Exception {
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      ServerExtent extent = new ServerExtent(server.api(), NOW - HOUR, NOW);
      assertThat(extent.ofInterest()).isEqualTo(new TimeRange(NOW - HOUR, NOW));
      assertThat(extent.whole()).isEqualTo(new TimeRange(SCRAPE, NOW));
    }
  }

  @Test
  void takesAllOfTheRetentionWhereItIsFull() throws Exception {
    try (FakeServer server =
        new FakeServer(url -> url.encodedPath().endsWith("/labels") ? "[\"job\"]" : answer(url))) {
      TimeRange range = new ServerExtent(server.api(), null, NOW).whole();
      assertThat(range.first()).isEqualTo(NOW - Duration.ofDays(15).toMillis());
    }
  }

  @Test
  void isNothingWhereTheServerHasNoSamples() throws Exception {
    try (FakeServer server =
        new FakeServer(url -> url.encodedPath().endsWith("/labels") ? "[]" : answer(url))) {
      assertThat(new ServerExtent(server.api(), null, NOW).known()).isEmpty();
      assertThat(new ServerExtent(server.api(), NOW - HOUR, NOW).known()).isEmpty();
    }
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      assertThat(new ServerExtent(server.api(), null, NOW).known())
          .contains(new TimeRange(SCRAPE, NOW));
    }
  }

  @Test
  void beginsAfterATimeThatIsAskedForTooEarly() throws Exception {
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      ServerExtent extent = new ServerExtent(server.api(), SCRAPE - 50 * HOUR, NOW);
      assertThat(extent.whole()).isEqualTo(new TimeRange(SCRAPE, NOW));
      assertThat(extent.ofInterest().first()).isEqualTo(SCRAPE - 50 * HOUR);
    }
    try (FakeServer server =
        new FakeServer(url -> url.encodedPath().endsWith("/labels") ? "[\"job\"]" : answer(url))) {
      long old = NOW - Duration.ofDays(30).toMillis();
      assertThat(new ServerExtent(server.api(), old, NOW).whole().first()).isEqualTo(old);
    }
  }
}
