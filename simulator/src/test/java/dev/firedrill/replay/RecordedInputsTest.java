package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A recording that holds what an older version of the rules wrote.
class RecordedInputsTest {
  private static final long MINUTE = 60_000;
  private static final String RULES =
      """
      groups:
      - name: g
        interval: 1m
        rules:
        - record: job:queue
          expr: queue > 100
          labels: {team: ml}
        - alert: QueueLong
          expr: EXPR
      """;

  // The queue is 50 until minute 29 and 150 from then on; the rule of then recorded it always.
  private static SeriesStore recording() {
    SeriesStore store = new SeriesStore();
    Labels queue = Labels.of(Map.of("__name__", "queue"));
    Labels recorded = Labels.of(Map.of("__name__", "job:queue", "team", "ml"));
    Labels others = Labels.of(Map.of("__name__", "job:queue", "team", "web"));
    for (int minute = 0; minute < 60; minute++) {
      double length = minute < 30 ? 50 : 150;
      store.append(queue, minute * MINUTE - 5_000, length);
      store.append(recorded, minute * MINUTE, length);
      store.append(others, minute * MINUTE, 7);
    }
    return store;
  }

  private static List<AlertInterval> intervals(String expr, long first) {
    SourceFile source = SourceFile.of("rules.yml", RULES.replace("EXPR", expr));
    RuleFile file = RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
    Replay.Settings settings =
        new Replay.Settings(
            new TimeRange(first, 59 * MINUTE),
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false));
    ReplayReport report = Replay.run(List.of(file), recording(), settings);
    return report.alerts().getFirst().instances().stream()
        .flatMap(instance -> instance.intervals().stream())
        .toList();
  }

  @Test
  void whatReplayedRulesRecordIsTheirs() {
    assertThat(intervals("job:queue{team=\"ml\"} > 0", MINUTE))
        .extracting(interval -> interval.start() / MINUTE)
        .containsExactly(30L);
  }

  @Test
  void whatOtherRulesRecordedStays() {
    assertThat(intervals("job:queue{team=\"web\"} == 7", MINUTE))
        .extracting(interval -> interval.start() / MINUTE)
        .containsExactly(1L);
  }

  @Test
  void whatWasRecordedBeforeIsSeen() {
    // At minute 20 the last quarter of an hour is that of the older rule, but for the evaluation
    // itself and those that a range of 15m needs before it.
    assertThat(
            intervals("count_over_time(job:queue{team=\"ml\"}[15m] offset 16m) > 0", 20 * MINUTE))
        .isNotEmpty();
  }
}
