package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class AlertsCountTest {
  private static final long MIDNIGHT = OnlineCase.NOW.getEpochSecond() - 8 * 3600;

  /// A matrix of one series with samples at some minutes of the day.
  private static String at(int... minutes) {
    StringJoiner values = new StringJoiner(",");
    for (int minute : minutes) {
      values.add("[" + (MIDNIGHT + 60L * minute) + ",\"1\"]");
    }
    return "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[" + values + "]}]}";
  }

  @Test
  void saysHowOftenAnAlertWouldHaveFired() throws Exception {
    try (OnlineCase online = new OnlineCase("online/alerts-count")) {
      online.answer("up == 0", at(1, 2, 3, 10, 20, 21, 22));
      assertThat(online.findings(alert("expr: up == 0")))
          .containsExactly("4:12 info: would have fired 3 times in the last 1d");
      assertThat(online.findings(alert("expr: up == 0", "for: 2m")))
          .containsExactly("4:12 info: would have fired 2 times in the last 1d");
      assertThat(online.findings(alert("expr: up == 0", "for: 5m"))).isEmpty();
    }
  }

  @Test
  void warnsAboveALimit() throws Exception {
    try (OnlineCase online = new OnlineCase("online/alerts-count").with("limit", 2)) {
      online.answer("up == 0", at(1, 3, 5));
      assertThat(online.findings(alert("expr: up == 0")))
          .containsExactly(
              "4:12 warning: would have fired 3 times in the last 1d | more than 2: raise the"
                  + " threshold or `for`, or group what it tells of");
    }
  }

  @Test
  void asksInPiecesThatTheServerTakes() throws Exception {
    try (OnlineCase online =
        new OnlineCase("online/alerts-count").with("window", java.time.Duration.ofDays(14))) {
      online.answer("up == 0", at(1));
      assertThat(online.findings(alert("expr: up == 0"))).hasSize(1);
      assertThat(online.timesAsked("up == 0")).isEqualTo(3);
    }
  }
}
