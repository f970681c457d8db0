package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.text.TextRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Replays the scheduler's recording, whose script says when each alert fires and nearly fires.
class ReplayTest {
  private static final Path STACK =
      Path.of(System.getProperty("firedrill.root", ".")).resolve("testdata/training-scheduler");
  private static final long MINUTES = 60_000;
  private static final long START = 1_795_161_600_000L;
  private static ReplayReport report;

  @BeforeAll
  static void replay() throws IOException {
    Path rules = STACK.resolve("monitoring/prometheus/alert_rules.yml");
    SourceFile source = SourceFile.of(rules.toString(), Files.readString(rules));
    RuleFile file = RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
    SeriesStore recording =
        TextRecording.read(STACK.resolve("recordings/scheduler.om")).get().orElseThrow();
    report =
        Replay.run(
            List.of(file),
            recording,
            new Replay.Settings(
                recording.extent().orElseThrow(),
                15_000,
                0,
                EngineOptions.DEFAULT,
                (engine, all) ->
                    new RuleTexts(engine, all, Map.of("environment", "production"), "", false)));
  }

  @Test
  void firesAsOftenAsTheScriptSays() {
    Map<String, Integer> firings = new TreeMap<>();
    report.alerts().forEach(alert -> firings.put(alert.rule().name().value(), alert.firings()));
    assertThat(firings)
        .containsOnly(
            Map.entry("WorkerDisconnected", 2),
            Map.entry("WorkerError", 1),
            Map.entry("NoActiveWorkers", 1),
            Map.entry("HighTaskFailureRate", 1),
            Map.entry("TaskStuck", 1),
            Map.entry("GPUMemorySaturation", 1));
    assertThat(report.failures()).isEmpty();
    assertThat(report.alerts()).extracting(AlertReplay::flaps).containsOnly(0);
  }

  @Test
  void saysWhenAnAlertWasPendingAndFiring() {
    AlertTimeline timeline = instances("WorkerDisconnected").getFirst();
    List<String> intervals = new ArrayList<>();
    for (AlertInterval interval : timeline.intervals()) {
      intervals.add(
          interval.phase().word()
              + " +"
              + Duration.ofMillis(interval.start() - START)
              + " "
              + Duration.ofMillis(interval.length()));
    }
    // The worker leaves at +10 for 3 minutes and at +30 for 12; it is scraped 4 seconds after each
    // quarter of a minute, so the evaluation that sees it comes 15 seconds later.
    assertThat(timeline.labels().get("worker")).isEqualTo("w2");
    assertThat(intervals.subList(0, 3))
        .containsExactly(
            "pending +PT10M15S PT3M", "pending +PT30M15S PT5M", "firing +PT35M15S PT7M");
  }

  @Test
  void saysWhatTheResultsStandOn() {
    assertThat(report.data().series()).isGreaterThan(20);
    assertThat(report.data().selectors()).hasSize(report.data().selectorsWithData());
    assertThat(report.data().gaps()).isEmpty();
    assertThat(report.range().last() - report.range().first()).isLessThan(140 * MINUTES);
  }

  private static List<AlertTimeline> instances(String alert) {
    return report.alerts().stream()
        .filter(replay -> replay.rule().name().value().equals(alert))
        .findFirst()
        .orElseThrow()
        .instances();
  }
}
