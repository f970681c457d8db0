package dev.firedrill.lint.check.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.lint.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForNoEffectTest {
  private static final LintCase CASE = LintCase.of("for/no-effect");

  private static String rules(String interval, String hold) {
    return "groups:\n- name: g\n"
        + interval
        + "  rules:\n  - {alert: A, expr: up == 0, for: "
        + hold
        + "}\n";
  }

  @Test
  void saysHowLongItReallyTakes() {
    assertThat(CASE.findings(rules("  interval: 1m\n", "30s")))
        .containsExactly("5:36 warning: evaluated every 1m, a `for` of 30s takes 1m");
    assertThat(CASE.findings(rules("  interval: 2m\n", "5m")))
        .containsExactly("5:36 warning: evaluated every 2m, a `for` of 5m takes 6m");
    assertThat(CASE.findings(rules("  interval: 1m\n", "5m"))).isEmpty();
  }

  @Test
  void remarksThatZeroIsNothing() {
    assertThat(CASE.findings(rules("", "0s")))
        .containsExactly("4:36 info: `for: 0s` is the same as no `for`");
  }

  @Test
  void takesTheIntervalOfAKnownServerOnly() {
    Server server = new Server(Duration.ofSeconds(30), Duration.ZERO, Map.of(), Map.of(), true);
    assertThat(CASE.findings(rules("", "45s"))).isEmpty();
    assertThat(CASE.on(server).findings(rules("", "45s"))).hasSize(1);
    assertThat(CASE.on(server).findings(rules("", "1m"))).isEmpty();
  }
}
