package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.sweep.SweepPlan;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextRecording;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The row of the rule as it is has the numbers of a replay, notifications among them.
class SweepRunTest {
  private static final Path STACK = Repository.file("testdata/training-scheduler");

  @ParameterizedTest
  @ValueSource(longs = {0, 20, 65, 100})
  void theRuleAsItIsDoesWhatItDoesInAReplay(long startMinutes) throws IOException {
    RuleFile file =
        RuleFiles.read(source("monitoring/prometheus/alert_rules.yml"), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    SeriesStore data =
        TextRecording.read(STACK.resolve("recordings/scheduler.om")).get().orElseThrow();
    TimeRange all = data.extent().orElseThrow();
    TimeRange range = new TimeRange(all.first() + startMinutes * 60_000, all.last());
    AlertmanagerConfig config =
        AlertmanagerReader.read(
                source("monitoring/alertmanager/config.yml"), AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    RuleReplay replay = RuleReplay.of(new KnownServer(null, Map.of("site", "a")), 15_000);
    NotificationRun whole =
        NotificationRun.of(replay, List.of(file), data, range, config, List.of(), Behaviour.V0_34);
    List<String> swept = new ArrayList<>();
    List<String> replayed = new ArrayList<>();
    SweepRun run = new SweepRun(replay, List.of(file), data, range, AlertListener.NONE);
    for (AlertReplay alert : whole.replay().alerts()) {
      AlertingRule rule = alert.rule();
      SweepPlan plan =
          SweepPlan.of(rule, List.of("for=0s,1h", "keep_firing_for=10m"), ParseOptions.DEFAULT);
      SweepRun.Result result = run.run(plan, config);
      List<Integer> pages = result.pages();
      swept.add(told(result.outcome().alerts().getFirst(), pages == null ? -1 : pages.getFirst()));
      replayed.add(told(alert, notified(whole, rule.name().value())));
    }
    assertThat(swept).isEqualTo(replayed);
    assertThat(replayed).anyMatch(line -> !line.endsWith(" 0 pages"));
  }

  private static int notified(NotificationRun run, String alert) {
    return (int)
        run.log().notifications().stream()
            .filter(
                each ->
                    each.alerts().stream()
                        .anyMatch(
                            one -> one.isFiring() && one.labels().get("alertname").equals(alert)))
            .count();
  }

  private static String told(AlertReplay alert, int pages) {
    return alert.rule().name().value()
        + " "
        + alert.firings()
        + " "
        + alert.firingMillis()
        + " "
        + alert.flaps()
        + " "
        + pages
        + " pages";
  }

  private static SourceFile source(String path) throws IOException {
    return SourceFile.of(path, Files.readString(STACK.resolve(path)));
  }
}
