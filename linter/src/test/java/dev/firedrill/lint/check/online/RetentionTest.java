package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import org.junit.jupiter.api.Test;

class RetentionTest {
  @Test
  void comparesWithWhatTheServerKeeps() throws Exception {
    try (OnlineCase online = new OnlineCase("online/retention")) {
      online.answer("/api/v1/status/runtimeinfo", "{\"storageRetention\":\"15d\"}");
      assertThat(online.findings(alert("expr: up offset 30d == 0")))
          .containsExactly(
              "5:11 warning: this reads 30d back, and the server keeps samples for 15d | record"
                  + " what is needed, or keep samples for longer");
      assertThat(online.findings(alert("expr: avg_over_time(up[10d] offset 1w) < 1"))).hasSize(1);
      assertThat(online.findings(alert("expr: avg_over_time(up[10d]) < 1"))).isEmpty();
    }
  }

  @Test
  void doesNotAskForWhatNoServerForgets() throws Exception {
    try (OnlineCase online = new OnlineCase("online/retention")) {
      assertThat(online.findings(alert("expr: rate(errors_total[5m]) > 1"))).isEmpty();
    }
  }

  @Test
  void saysNothingWhereOnlyTheSizeIsLimited() throws Exception {
    try (OnlineCase online = new OnlineCase("online/retention")) {
      online.answer("/api/v1/status/runtimeinfo", "{\"storageRetention\":\"10GiB\"}");
      assertThat(online.findings(alert("expr: up offset 30d == 0"))).isEmpty();
    }
  }
}
