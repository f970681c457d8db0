package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouteTimingTest {
  private static final RoutingCase CASE = RoutingCase.of("route/timing");

  @Test
  void findsRepeatsThatAreNoMultiple() {
    assertThat(CASE.root("group_interval: 5m", "repeat_interval: 12m"))
        .containsExactly(
            "warning: repeat_interval 12m is no multiple of group_interval 5m: in effect it is"
                + " 15m");
    assertThat(CASE.root("group_interval: 1h", "repeat_interval: 30m"))
        .containsExactly(
            "warning: repeat_interval 30m is shorter than group_interval 1h: in effect it is 1h");
  }

  @Test
  void findsStormsAndRepeatsBeyondTheRetention() {
    assertThat(CASE.root("group_interval: 5s", "group_wait: 1s", "repeat_interval: 1h"))
        .containsExactly("warning: group_interval 5s is below 30s");
    assertThat(CASE.root("repeat_interval: 200h"))
        .containsExactly("warning: repeat_interval 8d8h is beyond the retention of 5d");
  }

  @Test
  void findsAWaitLongerThanTheInterval() {
    assertThat(CASE.root("group_wait: 10m", "group_interval: 5m", "repeat_interval: 4h"))
        .containsExactly("warning: group_interval 5m is shorter than group_wait 10m");
  }

  @Test
  void acceptsTheDefaultsAndMultiples() {
    assertThat(CASE.root("group_by: [a]")).isEmpty();
    assertThat(CASE.root("group_interval: 5m", "repeat_interval: 4h")).isEmpty();
  }

  @Test
  void takesMinimaFromTheSettings() {
    assertThat(CASE.with("min_group_wait", Duration.ofSeconds(10)).root("group_wait: 5s"))
        .containsExactly("warning: group_wait 5s is below 10s");
  }
}
