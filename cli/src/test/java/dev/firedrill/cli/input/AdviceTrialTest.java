package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.report.NoiseText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceTrialTest {
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - {alert: Grave, expr: 'x > 1', labels: {severity: critical}}
        - {alert: Slight, expr: 'x > 2', labels: {severity: warning}}
      - name: h
        rules:
        - {alert: Other, expr: 'y > 1', labels: {severity: critical}}
        - {alert: More, expr: 'y > 2', labels: {severity: warning}}
      """;
  private static final String ROUTES =
      """
      route: {receiver: all, group_by: [alertname], group_wait: 1s, group_interval: 1m}
      receivers: [{name: all, webhook_configs: [{url: 'http://localhost/'}]}]
      """;

  private final StringWriter shown = new StringWriter();
  private final NotificationRun run;
  private final AdviceTrial trial;
  private final Noise noise;
  private long clock;

  AdviceTrialTest() throws IOException {
    SeriesStore data = new SeriesStore();
    for (int minute = 0; minute < 1200; minute++) {
      double x = minute % 120 < 100 ? 5 : 0;
      double y = minute % 120 >= 105 ? 5 : 0;
      data.append(Labels.of("__name__", "x", "pod", "a"), minute * 60_000L, x);
      data.append(Labels.of("__name__", "y", "pod", "b"), minute * 60_000L, y);
    }
    RuleFile rules =
        RuleFiles.read(SourceFile.of("rules.yml", RULES), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    AlertmanagerConfig config =
        AlertmanagerReader.read(SourceFile.of("am.yml", ROUTES), AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    RuleReplay replay = RuleReplay.of(new KnownServer(null, Map.of()), 60_000);
    SentAlerts sent = new SentAlerts(AlertListener.NONE, replay.outgoing());
    run =
        NotificationRun.of(
            replay,
            List.of(rules),
            data,
            data.extent().orElseThrow(),
            config,
            List.of(),
            Behaviour.V0_34,
            sent);
    noise = ReportSections.noise(run.replay(), replay.evaluator());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            Path.of(""),
            InputStream.nullInputStream(),
            nowhere,
            new PrintWriter(shown, true),
            true);
    ProgressLine line = new ProgressLine(session, () -> clock += 100_000_000);
    trial = new AdviceTrial(run, sent, config, List.of(), Behaviour.V0_34, line);
  }

  private static List<String> told(Noise noise) throws IOException {
    StringBuilder text = new StringBuilder();
    new NoiseText(noise, ZoneOffset.UTC).write(text);
    return text.toString().lines().filter(line -> line.contains("always fire together")).toList();
  }

  @Test
  void asMuchIsTriedAsMayBeHandled() throws IOException {
    String left = "; not tried, to send so many alerts takes long:";
    assertThat(told(trial.of(noise))).hasSize(2).noneMatch(line -> line.contains(left));
    // Each is tried twice: by an inhibit rule and in one group.
    List<String> first = told(trial.of(noise, 3 * run.handled()));
    assertThat(first.getFirst())
        .contains("Grave and Slight", " notifications)")
        .doesNotContain(left);
    assertThat(first.getLast()).contains("Other and More").endsWith(left);
    assertThat(told(trial.of(noise, run.handled()))).allMatch(line -> line.endsWith(left));
  }

  @Test
  void saysHowFarATrialIs() {
    trial.of(noise);
    assertThat(shown.toString())
        .contains("%  advice on Grave", "%  advice on Other")
        .endsWith("\r" + " ".repeat(79) + "\r");
  }
}
