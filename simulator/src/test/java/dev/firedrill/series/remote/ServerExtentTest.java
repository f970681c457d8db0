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
      default ->
          "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[["
              + SCRAPE / 1000
              + ",\"1\"]]}]}";
    };
  }

  @Test
  void findsTheFirstScrape() throws Exception {
    try (FakeServer server = new FakeServer(ServerExtentTest::answer)) {
      TimeRange range = new ServerExtent(server.api(), null, NOW).range();
      assertThat(range).isEqualTo(new TimeRange(SCRAPE - 60_000, NOW));
      assertThat(server.asked).hasSizeLessThan(20);
    }
  }

  @Test
  void needsNoServerWhereAStartIsGiven() throws Exception {
    try (FakeServer server = new FakeServer(url -> "500")) {
      assertThat(new ServerExtent(server.api(), 5L, 7).range()).isEqualTo(new TimeRange(5, 7));
      assertThat(server.asked).isEmpty();
    }
  }

  @Test
  void takesAllOfTheRetentionWhereItIsFull() throws Exception {
    try (FakeServer server =
        new FakeServer(url -> url.encodedPath().endsWith("/labels") ? "[\"job\"]" : answer(url))) {
      TimeRange range = new ServerExtent(server.api(), null, NOW).range();
      assertThat(range.first()).isEqualTo(NOW - Duration.ofDays(15).toMillis());
    }
  }
}
