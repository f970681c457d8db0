package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import dev.firedrill.testkit.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The checks that ask a server, with a real Prometheus that holds the shipped recording as if it
/// had just been made.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class OnlineLintOracleTest {
  private static final String RULES =
      """
      groups:
      - name: g
        interval: 5s
        rules:
        - alert: Misspelt
          expr: training_job_staus{status="failed"} == 1
        - alert: WrongValue
          expr: training_job_status{status="faled"} == 1
        - alert: WrongLabel
          expr: up{jobb="node"} == 0
        - alert: Fine
          expr: up{job="node"} == 0
          for: 5s
        - alert: TooShort
          expr: rate(node_context_switches_total[7s]) > 1e12
        - alert: TooLong
          expr: up offset 4000d == 0
        - alert: Conflict
          expr: absent(nothing)
          for: 30d
          labels: {cluster: mine}
          annotations: {summary: '{{ $externalLabels.region }}'}
        - record: training:loss:max
          expr: max(training_loss)
        - alert: OnRecord
          expr: training:loss:max > 1e9
      """;

  private static final String CONFIG = "global: {external_labels: {cluster: eu}}\n";

  @Test
  void findsWhatARealServerShows(@TempDir Path folder) throws Exception {
    Path blocks = Files.createDirectory(folder.resolve("data"));
    PrometheusProcess.createBlocks(recent(folder.resolve("recent.om")), blocks);
    Files.writeString(folder.resolve("rules.yml"), RULES);
    Files.writeString(
        folder.resolve("settings.yml"),
        "lint: {checks: {online/cost: {max_samples: 40}, online/series: {window: 3h}}}\n");
    try (PrometheusProcess server = PrometheusProcess.start(blocks, CONFIG)) {
      List<String> found = lint(folder, "--prometheus", server.url());
      assertThat(found)
          .containsExactly(
              "rules.yml:6:11: error[online/series] `training_job_staus{status=\"failed\"}` finds"
                  + " nothing now and in the last 3h: the server has never known such a metric",
              "rules.yml:8:11: warning[online/series] `training_job_status{status=\"faled\"}` finds"
                  + " nothing now and in the last 3h: no series of `training_job_status` has"
                  + " `status=\"faled\"`",
              "rules.yml:10:11: warning[online/series] `up{jobb=\"node\"}` finds nothing now and in"
                  + " the last 3h: no series of `up` has a label `jobb`",
              "rules.yml:11:12: info[online/alerts-count] would have fired once in the last 1d",
              "rules.yml:15:44: error[online/scrape-interval] the series of"
                  + " `node_context_switches_total` are scraped every 5s: this range holds too few"
                  + " samples, and mostly nothing is returned",
              "rules.yml:17:11: warning[online/retention] this reads 4000d back, and the server"
                  + " keeps samples for 10y",
              "rules.yml:21:14: warning[online/label-conflict] `cluster` hides the server's"
                  + " external label cluster=\"eu\"",
              "rules.yml:22:32: warning[online/label-conflict] the server has no external label"
                  + " `region`");
    }
  }

  private static List<String> lint(Path folder, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("rules", "lint", "--config", "settings.yml"));
    words.addAll(List.of(more));
    words.add("rules.yml");
    InProcess.run(folder, out, err, words.toArray(new String[0]));
    assertThat(err.toString()).isEmpty();
    return out.toString().lines().filter(line -> line.contains("[online/")).toList();
  }

  /// The recording with its times moved so that it ends now.
  private static Path recent(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    double last = 0;
    Path recording = Repository.file("testdata/recorded/training-run.om.gz");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        last = Math.max(last, time(line));
      }
    }
    double later = Math.floor(System.currentTimeMillis() / 1000.0 - last) - 2;
    StringBuilder moved = new StringBuilder();
    for (String line : lines) {
      double time = time(line);
      String stem = line.substring(0, line.lastIndexOf(' ') + 1);
      moved.append(time == 0 ? line : String.format(Locale.ROOT, "%s%.3f", stem, time + later));
      moved.append('\n');
    }
    return Files.writeString(file, moved);
  }

  private static double time(String line) {
    return line.startsWith("#") ? 0 : Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
