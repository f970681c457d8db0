package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.series.SeriesStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedIntervalTest {
  private static final Labels ALERTS =
      Labels.of(Map.of("__name__", "ALERTS", "alertname", "Down", "alertstate", "firing"));
  private static final Labels RECORD = Labels.of("__name__", "job:up:sum");
  private static final List<RuleFile> RULES =
      rules(
          """
          groups:
          - {name: alerts, rules: [{alert: Down, expr: up == 0}]}
          - {name: records, rules: [{record: 'job:up:sum', expr: sum(up)}]}
          - {name: says, interval: 7s, rules: [{record: 'says:up:sum', expr: sum(up)}]}
          """);

  private final SeriesStore recording = new SeriesStore();

  @Test
  void isTheLeastDistanceOfWhatAnAlertWrote() {
    write(ALERTS, 3_466, 8_466, 13_466, 48_466);
    assertThat(interval()).isEqualTo(5_000);
  }

  @Test
  void isUnknownWhereSamplesAreNotAtExactMultiples() {
    write(RECORD, 3_466, 8_466, 13_467, 18_465);
    assertThat(interval()).isZero();
  }

  @Test
  void isUnknownWhereOnlyNowAndThenSomethingWasWritten() {
    write(ALERTS, 0, 3_600_000, 7_200_000);
    assertThat(interval()).isZero();
    assertThat(RecordedInterval.ofUnsaid(new SeriesStore(), RULES)).isZero();
  }

  @Test
  void isThatOfGroupsThatDoNotSay() {
    write(Labels.of("__name__", "says:up:sum"), 0, 2_000, 4_000);
    write(RECORD, 0, 15_000, 30_000);
    assertThat(interval()).isEqualTo(15_000);
    assertThat(RecordedInterval.of(recording, RULES.getFirst().groups().getLast()))
        .isEqualTo(2_000);
  }

  @Test
  void isThatOfTheLastDayOfALongRecording() {
    long days = 3 * 86_400_000L;
    write(RECORD, 0, 60_000, 120_000, 180_000, days, days + 30_000, days + 60_000);
    assertThat(interval()).isEqualTo(30_000);
  }

  private long interval() {
    return RecordedInterval.ofUnsaid(recording, RULES);
  }

  private void write(Labels labels, long... times) {
    for (long time : times) {
      recording.append(labels, time, 1);
    }
  }

  private static List<RuleFile> rules(String text) {
    return List.of(
        RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow());
  }
}
