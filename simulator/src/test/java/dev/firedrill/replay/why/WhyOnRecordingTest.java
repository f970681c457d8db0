package dev.firedrill.replay.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.Replay;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.text.TextRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is explained of the shipped recordings agrees with their replay, all along.
class WhyOnRecordingTest {
  private static final Path ROOT = Path.of(System.getProperty("firedrill.root", "."));
  private static final int TIMES = 12;

  @TestFactory
  Stream<DynamicTest> ofTheScheduler() throws IOException {
    Path stack = ROOT.resolve("testdata/training-scheduler");
    return explained(
        stack.resolve("monitoring/prometheus/alert_rules.yml"),
        stack.resolve("recordings/scheduler.om"),
        15_000);
  }

  @TestFactory
  Stream<DynamicTest> ofTheRecordedRun() throws IOException {
    Path folder = ROOT.resolve("testdata/recorded");
    return explained(folder.resolve("rules.yml"), folder.resolve("training-run.om.gz"), 5_000);
  }

  private static Stream<DynamicTest> explained(Path rules, Path data, long interval)
      throws IOException {
    SourceFile source = SourceFile.of(rules.toString(), Files.readString(rules));
    RuleFile file = RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
    SeriesStore recording = TextRecording.read(data).get().orElseThrow();
    Replay.Settings settings =
        new Replay.Settings(
            recording.extent().orElseThrow(),
            interval,
            0,
            EngineOptions.DEFAULT,
            (engine, all) ->
                new RuleTexts(engine, all, Map.of("environment", "production"), "", false));
    return Replay.run(List.of(file), recording, settings).alerts().stream()
        .map(
            alert ->
                DynamicTest.dynamicTest(
                    alert.rule().name().value(), () -> agrees(alert, file, recording, settings)));
  }

  private static void agrees(
      AlertReplay alert, RuleFile file, SeriesStore recording, Replay.Settings settings) {
    long first = settings.range().first();
    long length = settings.range().last() - first;
    for (int i = 1; i <= TIMES; i++) {
      long time = first + length * i / TIMES;
      Why.Answer answer =
          Why.explain(
              List.of(file),
              recording,
              settings,
              new Why.Question(alert.rule().name().value(), time, Labels.EMPTY));
      AlertExplanation told = answer.alerts().getFirst();
      Long evaluation = told.evaluation();
      ExplainedExpr expr = told.expr();
      if (evaluation == null || expr == null) {
        throw new AssertionError("it was evaluated before " + time);
      }
      assertThat(evaluation).isBetween(time - told.interval() + 1, time);
      assertThat(instances(told, true)).isEqualTo(instances(alert, evaluation, Phase.FIRING));
      assertThat(instances(told, false)).isEqualTo(instances(alert, evaluation, Phase.PENDING));
      assertThat(told.causes().isEmpty()).isEqualTo(!expr.outcome().isEmpty());
      for (InstanceStory story : told.instances()) {
        story.turns().stream()
            .filter(turn -> turn.isLoss())
            .forEach(turn -> assertThat(turn.causes()).as(turn.toString()).isNotEmpty());
      }
    }
  }

  private static Set<Labels> instances(AlertExplanation told, boolean firing) {
    Set<Labels> found = new TreeSet<>();
    for (InstanceStory story : told.instances()) {
      ActiveAlert now = story.now();
      if (now != null && !(now.state() instanceof AlertState.Resolved)) {
        if (now.isFiring() == firing) {
          found.add(story.labels());
        }
      }
    }
    return found;
  }

  private static Set<Labels> instances(AlertReplay alert, long time, Phase phase) {
    Set<Labels> found = new TreeSet<>();
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval interval : instance.intervals()) {
        boolean then =
            interval.start() <= time
                && (time < interval.end() || (interval.open() && time == interval.end()));
        if (then && interval.phase() == phase) {
          found.add(instance.labels());
        }
      }
    }
    return found;
  }
}
