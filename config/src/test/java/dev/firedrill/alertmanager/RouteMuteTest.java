package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteMuteTest {
  private static final AlertmanagerConfig CONFIG =
      AlertmanagerReader.read(
              SourceFile.of(
                  "a.yml",
                  """
                  route:
                    receiver: a
                    routes:
                    - mute_time_intervals: [night, weekend, night]
                      routes:
                      - matchers: [a="b"]
                    - active_time_intervals: [office, saturday]
                      mute_time_intervals: [weekend, never]
                  receivers: [{name: a}]
                  time_intervals:
                  - name: night
                    time_intervals:
                    - times: [{start_time: '00:00', end_time: '06:00'}]
                    - times: [{start_time: '05:00', end_time: '07:00'}]
                  - name: weekend
                    time_intervals: [{weekdays: [saturday, sunday]}]
                  - name: saturday
                    time_intervals: [{weekdays: [saturday]}]
                  - {name: never, time_intervals: []}
                  mute_time_intervals:
                  - name: office
                    time_intervals:
                    - weekdays: ['monday:friday']
                      times: [{start_time: '09:00', end_time: '17:00'}]
                  """),
              AlertmanagerOptions.STRICT)
          .loaded()
          .get()
          .orElseThrow();
  private static final Route MUTED = CONFIG.route().routes().getFirst();
  private static final Route ACTIVE = CONFIG.route().routes().getLast();

  @Test
  void namesEachMuteIntervalOnceInTheOrderOfTheRoute() {
    assertThat(mute(MUTED, "2026-11-21T05:30:00Z").names()).containsExactly("night", "weekend");
    assertThat(mute(MUTED, "2026-11-20T05:30:00Z").names()).containsExactly("night");
    assertThat(mute(MUTED, "2026-11-20T07:00:00Z")).returns(false, RouteMute::muted);
  }

  @Test
  void namesAllActiveIntervalsOutsideOfThem() {
    assertThat(mute(ACTIVE, "2026-11-20T08:59:59Z"))
        .isEqualTo(new RouteMute(true, List.of("office", "saturday")));
    assertThat(mute(ACTIVE, "2026-11-20T09:00:00Z").muted()).isFalse();
    // Sunday is weekend too, but nobody asks any more.
    assertThat(mute(ACTIVE, "2026-11-22T12:00:00Z").names()).containsExactly("office", "saturday");
  }

  @Test
  void muteIntervalsCountWithinActiveOnes() {
    assertThat(mute(ACTIVE, "2026-11-21T12:00:00Z"))
        .isEqualTo(new RouteMute(false, List.of("weekend")));
  }

  @Test
  void childrenDoNotInheritIntervals() {
    assertThat(mute(MUTED.routes().getFirst(), "2026-11-21T05:30:00Z").muted()).isFalse();
    assertThat(RouteMute.isPossible(MUTED)).isTrue();
    assertThat(RouteMute.isPossible(MUTED.routes().getFirst())).isFalse();
  }

  private static RouteMute mute(Route route, String time) {
    return RouteMute.of(route, CONFIG, Instant.parse(time));
  }
}
