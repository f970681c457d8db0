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
  private static final long SCRAPE = BLOCK + HOUR + 7 * 60_000;

  private static String answer(HttpUrl url) {
    return switch (url.encodedPath()) {
      case "/api/v1/status/runtimeinfo" -> "{\"storageRetention\":\"15d\"}";
      case "/api/v1/labels" -> FakeServer.millis(url, "end") >= BLOCK ? "[\"job\"]" : "[]";
      case "/api/v1/query_range" -> matrix(SCRAPE + 20_000);
      default -> matrix(SCRAPE);
    };
  }

  private static String matrix(long time) {
    return "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[["
        + time / 1000
        + ",\"1\"]]}]}";
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
}
