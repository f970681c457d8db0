package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.lint.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupIntervalTest {
  private static final LintCase CASE = LintCase.of("group/interval");

  private static String group(String interval) {
    return "groups:\n- name: g\n  interval: " + interval + "\n  rules: []\n";
  }

  @Test
  void reportsIntervalsBeyondTheLookback() {
    assertThat(CASE.findings(group("10m")))
        .containsExactly(
            "3:13 warning: with an interval of 10m, results are gone after 5m until the next"
                + " evaluation");
    assertThat(CASE.findings(group("5m"))).isEmpty();
    assertThat(CASE.with("max", Duration.ofMinutes(15)).findings(group("10m"))).isEmpty();
  }

  @Test
  void reportsIntervalsShorterThanThatOfScrapes() {
    Server server =
        new Server(Duration.ofMinutes(1), Duration.ofMinutes(1), Map.of(), Map.of(), true);
    assertThat(CASE.on(server).findings(group("15s")))
        .containsExactly(
            "3:13 warning: evaluated every 15s, but scraped every 1m: most evaluations see nothing"
                + " new");
    assertThat(CASE.findings(group("15s"))).isEmpty();
  }
}
