package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertInterval;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Replays what a real server recorded, and compares with the states that its own `ALERTS` show.
class RecordedReplayTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("firedrill.root", ".")).resolve("testdata/recorded");
  private static final long BEGIN = 1_795_254_932_000L;
  private static final long STEP = 5_000;
  private static ReplayReport report;

  @BeforeAll
  static void replay() throws IOException {
    Path rules = FOLDER.resolve("rules.yml");
    SourceFile source = SourceFile.of(rules.toString(), Files.readString(rules));
    RuleFile file = RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
    SeriesStore recording =
        TextRecording.read(FOLDER.resolve("training-run.om.gz")).get().orElseThrow();
    report =
        Replay.run(
            List.of(file),
            recording,
            new Replay.Settings(
                recording.extent().orElseThrow(),
                STEP,
                0,
                EngineOptions.DEFAULT,
                (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)));
  }

  @Test
  void evaluatesWhenTheServerDidAndFindsTheSameStates() {
    assertThat(intervals("TrainingOutOfMemory"))
        .containsExactly(
            "pending 146-151",
            "firing 156-176",
            "pending 296-301",
            "firing 306-326",
            "pending 446-451",
            "firing 456-476");
    assertThat(intervals("TrainingJobCrashed"))
        .containsExactly(
            "pending 176-181",
            "firing 186-226",
            "pending 326-331",
            "firing 336-376",
            "pending 476-481",
            "firing 486-526");
    assertThat(intervals("TargetDown")).containsExactly("pending 336-351", "firing 356-376");
    assertThat(intervals("HostHighCPULoad")).isEmpty();
  }

  // First and last evaluation in the state, in seconds.
  private static List<String> intervals(String alert) {
    List<String> intervals = new ArrayList<>();
    report.alerts().stream()
        .filter(replay -> replay.rule().name().value().equals(alert))
        .flatMap(replay -> replay.instances().stream())
        .flatMap(instance -> instance.intervals().stream())
        .forEach(interval -> intervals.add(text(interval)));
    return intervals;
  }

  private static String text(AlertInterval interval) {
    long first = (interval.start() - BEGIN) / 1000;
    long last = (interval.end() - STEP - BEGIN) / 1000;
    return interval.phase().word() + " " + first + "-" + last;
  }
}
