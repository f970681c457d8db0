package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuleHistoryTest {
  @Test
  void anAlertDependsOnItsDurationsAndOnWhatItReads() {
    RuleHistory history =
        of(
            "  - {alert: A, expr: 'max_over_time(x[2h] offset 1h) > 1', for: 30m, keep_firing_for:"
                + " 10m}");
    assertThat(history.evaluated()).isEqualTo(minutes(40));
    assertThat(history.read()).isEqualTo(minutes(40 + 180));
  }

  @Test
  void recordsReadOverARangeMustHaveBeenEvaluatedForIt() {
    RuleHistory history =
        of(
            """
              - {record: r, expr: 'rate(x[5m])'}
              - {alert: A, expr: 'avg_over_time(r[1h]) > 1', for: 5m}
            """);
    assertThat(history.evaluated()).isEqualTo(minutes(65));
    assertThat(history.read()).isEqualTo(minutes(70));
  }

  @Test
  void subqueriesReachFurtherThanWhatIsInThem() {
    RuleHistory history = of("  - {record: r, expr: 'max_over_time(rate(x[5m])[1h:1m])'}");
    assertThat(history.evaluated()).isZero();
    assertThat(history.read()).isEqualTo(minutes(65));
  }

  @Test
  void aRuleThatReadsItselfIsLookedAtOnce() {
    RuleHistory history = of("  - {record: r, expr: 'r + x'}");
    assertThat(history.read()).isEqualTo(minutes(5));
  }

  @Test
  void aPartOfAnIntervalTakesAWholeOne() {
    String alert = "  - {alert: A, expr: 'x > 1', for: 2m, keep_firing_for: 8m}";
    assertThat(RuleHistory.of(graph(alert), group -> minutes(7)).evaluated())
        .isEqualTo(minutes(7 + 14));
    assertThat(of("  - {alert: A, expr: 'x > 1', for: 90s}").evaluated()).isEqualTo(minutes(2));
  }

  private static RuleHistory of(String rules) {
    return RuleHistory.of(graph(rules));
  }

  private static RuleGraph graph(String rules) {
    String text = "groups:\n- name: g\n  rules:\n" + rules.indent(2);
    return RuleGraph.of(
        RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow()
            .groups());
  }

  private static long minutes(long minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}
