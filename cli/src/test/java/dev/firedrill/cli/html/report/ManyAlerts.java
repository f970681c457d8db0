package dev.firedrill.cli.html.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.Resolution;
import dev.firedrill.replay.WarmUp;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// A month of many alerts, made up.
final class ManyAlerts {
  private static final long START = 1_764_547_200_000L;
  private static final long LENGTH = 30L * 86_400_000;
  private static final List<String> TEAMS = List.of("web", "data", "platform", "search");
  private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

  private ManyAlerts() {}

  /// {@return the data of a page}
  /// @param alerts how many
  /// @param intervals of each
  static String data(int alerts, int intervals) {
    TimeRange range = new TimeRange(START, START + LENGTH);
    Random random = new Random(7);
    List<AlertReplay> replays = new ArrayList<>();
    RuleFile file = rules(alerts);
    for (Rule rule : file.groups().getFirst().rules()) {
      replays.add(alert(file.groups().getFirst(), (Rule.AlertingRule) rule, intervals, random));
    }
    RecordingSummary summary =
        new RecordingSummary(
            10,
            1_000_000,
            List.of(),
            List.of(
                new Resolution(
                    15_000,
                    10,
                    List.of(new TimeRange(START + LENGTH / 3, START + LENGTH / 3 + 7_200_000)))),
            0,
            new WarmUp(0, 0, 0, START),
            (group, rule, instance, time) ->
                time > START + LENGTH / 3 && time <= START + LENGTH / 3 + 7_200_000,
            List.of());
    ReplayReport replay =
        new ReplayReport(range, summary, List.of(), replays, List.of(), new SeriesStore());
    Engine engine = new Engine(EngineOptions.DEFAULT);
    return new ReportPage(
            "Replay",
            "0",
            List.of(
                new StackReport(
                    "many",
                    range,
                    ZoneOffset.UTC,
                    ReportSections.ofReplay(
                        replay,
                        ReportSections.noise(replay, engine),
                        Beside.NOTHING,
                        engine,
                        null,
                        ZoneOffset.UTC))))
        .data();
  }

  private static RuleFile rules(int alerts) {
    StringBuilder text = new StringBuilder("groups:\n- name: many\n  rules:\n");
    for (int i = 0; i < alerts; i++) {
      text.append(
          "  - {alert: Alert%03d, expr: up > %d, for: 5m, labels: {severity: %s, team: %s}}\n"
              .formatted(i, i, SEVERITIES.get(i % 3), TEAMS.get(i % 4)));
    }
    return RuleFiles.read(SourceFile.of("rules.yml", text.toString()), RuleFileOptions.DEFAULT)
        .loaded()
        .get()
        .orElseThrow();
  }

  private static AlertReplay alert(
      RuleGroup group, Rule.AlertingRule rule, int intervals, Random random) {
    List<AlertInterval> all = new ArrayList<>();
    long slot = LENGTH / intervals;
    for (int i = 0; i < intervals; i++) {
      long start = START + i * slot + random.nextLong(slot / 2);
      long middle = start + 300_000;
      long end = middle + random.nextLong(slot / 3);
      double peak = random.nextInt(1000) / 8.0;
      all.add(new AlertInterval(Phase.PENDING, start, middle, false, 1, peak));
      all.add(new AlertInterval(Phase.FIRING, middle, end, false, 1, peak));
    }
    Labels.Builder labels = Labels.of("alertname", rule.name().value()).toBuilder();
    rule.labels().forEach(each -> labels.set(each.name().value(), each.value().text()));
    TimeGrid grid = TimeGrid.covering(START, START + LENGTH, 60_000);
    return new AlertReplay(
        rule, group, grid, List.of(new AlertTimeline(labels.build(), new TreeMap<>(), all)));
  }
}
