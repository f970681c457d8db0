package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import org.junit.jupiter.api.Test;

class MetricTypeTest {
  @Test
  void reportsCounterFunctionsOnGauges() throws Exception {
    try (OnlineCase online = new OnlineCase("online/metric-type")) {
      online.answer(
          "/api/v1/metadata",
          "{\"queue\":[{\"type\":\"gauge\"}],\"requests\":[{\"type\":\"counter\"}]}");
      assertThat(online.findings(alert("expr: rate(queue[5m]) > rate(requests_total[5m])")))
          .containsExactly(
              "5:11 warning: `queue` is a gauge by its metadata, and rate() is for counters | use"
                  + " deriv() for its slope");
      assertThat(online.findings(alert("expr: increase(queue[5m]) > 1"))).hasSize(1);
      assertThat(online.findings(alert("expr: resets(queue[5m]) > 1"))).hasSize(1);
      assertThat(online.findings(alert("expr: delta(queue[5m]) > rate(unknown[5m])"))).isEmpty();
    }
  }
}
