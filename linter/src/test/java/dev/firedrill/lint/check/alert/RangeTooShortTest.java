package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.lint.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangeTooShortTest {
  private static final LintCase CASE = LintCase.of("range/too-short");
  private static final Server SERVER =
      new Server(
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Map.of("slow", Duration.ofMinutes(5)),
          Map.of(),
          true);

  @Test
  void comparesRangesWithTheIntervalOfScrapes() {
    LintCase minute = CASE.with("scrape_interval", Duration.ofMinutes(1));
    assertThat(minute.findings(alert("expr: rate(x[1m]) > 1")))
        .containsExactly(
            "5:18 error: with a scrape every 1m, this range holds too few samples: mostly nothing"
                + " is returned");
    assertThat(minute.findings(alert("expr: rate(x[3m]) > 1")))
        .containsExactly(
            "5:18 warning: with a scrape every 1m, one that is missed leaves too few samples");
    assertThat(minute.findings(alert("expr: rate(x[4m]) > 1"))).isEmpty();
    assertThat(minute.findings(alert("expr: avg_over_time(x[1m]) > 1"))).isEmpty();
  }

  @Test
  void knowsTheIntervalsOfJobs() {
    assertThat(CASE.on(SERVER).findings(alert("expr: rate(x{job=\"slow\"}[5m]) > 1"))).hasSize(1);
    assertThat(CASE.on(SERVER).findings(alert("expr: rate(x[5m]) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: rate(x[1s]) > 1"))).isEmpty();
  }
}
