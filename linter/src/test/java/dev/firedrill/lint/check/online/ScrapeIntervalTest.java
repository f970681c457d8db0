package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import dev.firedrill.lint.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapeIntervalTest {
  private static OnlineCase server() throws Exception {
    return new OnlineCase("online/scrape-interval")
        .answer(
            "topk(3, errors_total)",
            "{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"errors_total\","
                + "\"job\":\"a\"},\"value\":[1,\"1\"]}]}")
        .answer(
            "errors_total{job=\"a\"}[20m]",
            "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[0,\"1\"],"
                + "[60.004,\"1\"],[119.998,\"1\"],[180,\"1\"],[420,\"1\"]]}]}");
  }

  @Test
  void measuresHowOftenSeriesAreScraped() throws Exception {
    try (OnlineCase online = server()) {
      assertThat(online.findings(alert("expr: rate(errors_total[1m]) > 0")))
          .containsExactly(
              "5:29 error: the series of `errors_total` are scraped every 1m: this range holds too"
                  + " few samples, and mostly nothing is returned | use a range of at least 4m");
      assertThat(online.findings(alert("expr: rate(errors_total[3m]) > 0")))
          .containsExactly(
              "5:29 warning: the series of `errors_total` are scraped every 1m: one scrape that is"
                  + " missed leaves too few samples | use a range of at least 4m");
      assertThat(online.findings(alert("expr: rate(errors_total[4m]) > 0"))).isEmpty();
      assertThat(online.findings(alert("expr: rate(unknown_total[1m]) > 0"))).isEmpty();
    }
  }

  @Test
  void leavesToPrometheusYmlWhatItShows() throws Exception {
    try (OnlineCase online = server()) {
      Duration minute = Duration.ofMinutes(1);
      online.on(new Server(minute, minute, Map.of(), Map.of(), true));
      assertThat(online.findings(alert("expr: rate(errors_total[1m]) > 0"))).isEmpty();
    }
  }
}
