package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever looks on is told of all that takes time.
class AlertListenerTest {
  private static final long MINUTE = 60_000;

  @Test
  void isToldWhatIsDoneBeforeAlertsAreEvaluated() {
    SeriesStore store = new SeriesStore();
    for (int i = 0; i < 3; i++) {
      store.append(Labels.of("__name__", "x"), i * MINUTE, i);
    }
    List<String> told = new ArrayList<>();
    Replay.run(List.of(rules()), store, settings(), listener(told));
    assertThat(told)
        .containsExactly(
            "rule 1 of 2 at 0",
            "rule 1 of 2 at 1",
            "rule 1 of 2 at 2",
            "rule 2 of 2 at 0",
            "rule 2 of 2 at 1",
            "rule 2 of 2 at 2",
            "A at 0",
            "A at 1",
            "A at 2",
            "looked over to 0",
            "looked over to 2");
  }

  private static AlertListener listener(List<String> told) {
    return new AlertListener() {
      @Override
      public void evaluated(
          Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
        told.add(rule.name().value() + " at " + time / MINUTE);
      }

      @Override
      public void scanned(long time) {
        told.add("looked over to " + time / MINUTE);
      }

      @Override
      public void ahead(int number, int count, long time) {
        told.add("rule " + number + " of " + count + " at " + time / MINUTE);
      }
    };
  }

  private static RuleFile rules() {
    String text =
        """
        groups:
        - name: g
          rules:
          - {record: x:sum, expr: sum(x)}
          - {record: x:twice, expr: 2 * x:sum}
          - {alert: A, expr: x:twice > 1}
        """;
    return RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
        .loaded()
        .get()
        .orElseThrow();
  }

  private static Replay.Settings settings() {
    return new Replay.Settings(
        new TimeRange(0, 2 * MINUTE),
        MINUTE,
        0,
        EngineOptions.DEFAULT,
        (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false));
  }
}
