package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.InProcess;
import dev.firedrill.cli.ScratchRepository;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.tsdb.LogFolder;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A replay whose expressions a real Prometheus evaluates tells the same as one that evaluates them
/// here.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class RemoteEngineOracleTest {
  private static final String RULES =
      """
      groups:
      - name: records
        interval: 5s
        rules:
        - record: job:train_loss:max
          expr: max by (job) (training_loss)
        - record: job:train_loss:jump
          expr: job:train_loss:max / job:train_loss:max offset 30s
      - name: alerts
        interval: 5s
        rules:
        - alert: Stored
          expr: rate(node_cpu_seconds_total{mode="user"}[1m]) > 0.01
        - alert: Mixed
          expr: job:train_loss:max > 0 and on () (sum(up) > 0)
          annotations: {summary: '{{ $value }} of {{ query "sum(up)" | first | value }}'}
        - alert: OfTheAlert
          expr: ALERTS{alertname="Mixed"} == 1 unless on () (vector(1) > 2)
        - alert: Edges
          expr: sum(up @ end()) >= 1
          for: 20s
        - alert: InSubqueries
          expr: max_over_time(sum(up)[1m:10s]) + on () max(max_over_time(job:train_loss:max[1m:])) > 0
      """;

  @Test
  void tellsTheSameAsTheEngineHere(@TempDir Path folder) throws Exception {
    Path blocks = Files.createDirectory(folder.resolve("data"));
    Path file = recording(folder);
    Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
    PrometheusProcess.createBlocks(file, blocks);
    try (PrometheusProcess server = PrometheusProcess.start(blocks, "global: {}\n")) {
      Path answers = folder.resolve("answers");
      for (Path each : List.of(Repository.file("testdata/recorded/rules.yml"), rules)) {
        JsonNode here = replay(folder, each, server.url());
        JsonNode there =
            replay(folder, each, server.url(), "--engine", "remote", "--answers", answers + "");
        assertThat(here.get("alerts").size()).isPositive();
        assertThat(there.get("alerts").toPrettyString())
            .isEqualTo(here.get("alerts").toPrettyString());
        for (String member :
            List.of("/data/gaps", "/data/resolution", "/data/selectors_with_data")) {
          assertThat(there.at(member)).as(member).isEqualTo(here.at(member));
        }
      }
      try (Stream<Path> left = Files.list(answers)) {
        assertThat(left).as("answers are kept only until the run is done").isEmpty();
      }
    }
  }

  @Test
  void reviewsTheSameAsTheEngineHere(@TempDir Path folder) throws Exception {
    Path blocks = Files.createDirectory(folder.resolve("data"));
    PrometheusProcess.createBlocks(recording(folder), blocks);
    ScratchRepository repository =
        ScratchRepository.in(Files.createDirectory(folder.resolve("git")));
    repository.write("rules.yml", RULES);
    repository.commit("rules");
    repository.write("rules.yml", RULES.replace("> 0.01", "> 0.02").replace("for: 20s", "for: 1m"));
    try (PrometheusProcess server = PrometheusProcess.start(blocks, "global: {}\n")) {
      List<String> words =
          List.of(
              "review",
              "HEAD",
              "--format",
              "json",
              "--start=1795254940",
              "--end=1795255500",
              "--interval=5s",
              "--data=" + server.url());
      JsonNode here = review(repository, words);
      JsonNode there =
          review(
              repository,
              Stream.concat(
                      words.stream(),
                      Stream.of("--engine=remote", "--answers=" + folder.resolve("answers")))
                  .toList());
      assertThat(here.get("behaviour").size()).isEqualTo(2);
      assertThat(there.get("behaviour").toPrettyString())
          .isEqualTo(here.get("behaviour").toPrettyString());
      assertThat(there.at("/stacks/0/totals").toPrettyString())
          .isEqualTo(here.at("/stacks/0/totals").toPrettyString());
      try (Stream<Path> left = Files.list(folder.resolve("answers"))) {
        assertThat(left).as("answers are kept only until the run is done").isEmpty();
      }
    }
  }

  @Test
  void tellsGapsByResolutionAsTheEngineHereAndAFolder(@TempDir Path folder) throws Exception {
    long start = 1_795_254_960;
    Path blocks = Files.createDirectory(folder.resolve("data"));
    Path file = folder.resolve("mixed.om");
    Files.writeString(
        file,
        "# TYPE fast gauge\n"
            + series("fast", start, 15, 1500, 1800)
            + "# TYPE slow gauge\n"
            + series("slow", start, 120, 3000, 6000)
            + "# TYPE up gauge\n"
            + series("up{job=\"a\"}", start, 15, 1500, 1800)
            + series("up{job=\"b\"}", start, 120, 9000, 9000)
            + "# EOF\n");
    PrometheusProcess.createBlocks(file, blocks);
    Path rules =
        Files.writeString(
            folder.resolve("rules.yml"),
            """
            groups:
            - name: mixed
              rules:
              - {alert: Fast, expr: fast > 5}
              - {alert: Slow, expr: slow > 5}
              - {record: fast:sum, expr: sum(fast)}
              - {alert: Sum, expr: fast:sum > 5}
              - {alert: Down, expr: up == 0}
            """);
    String[] all = {"--start", start + "", "--end", start + 9000 + ""};
    try (PrometheusProcess server = PrometheusProcess.start(blocks, "global: {}\n")) {
      JsonNode stored = replay(folder, rules, blocks.toString(), all);
      JsonNode here = replay(folder, rules, server.url(), all);
      JsonNode there =
          replay(
              folder,
              rules,
              server.url(),
              Stream.concat(
                      Stream.of(all),
                      Stream.of("--engine=remote", "--answers=" + folder.resolve("answers")))
                  .toArray(String[]::new));
      assertThat(stored.at("/data/gaps")).hasSize(1);
      for (String member : List.of("/data/gaps", "/data/resolutions", "/data/series", "/alerts")) {
        assertThat(here.at(member)).as(member).isEqualTo(stored.at(member));
        assertThat(there.at(member)).as(member).isEqualTo(stored.at(member));
      }
    }
  }

  // By the lower limit most questions are too much, and asked in parts.
  @ParameterizedTest
  @ValueSource(ints = {50_000_000, 100})
  void countsStalenessMarkersAmongTheSamplesBeforeAGap(int mostSamples, @TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    JsonNode stored = loadFolder(folder, data);
    try (PrometheusProcess server =
        PrometheusProcess.start(data, "global: {}\n", "--query.max-samples=" + mostSamples)) {
      JsonNode there = load(folder, server.url(), "--engine=remote");
      assertThat(stored.at("/data/gaps")).hasSize(1);
      assertThat(stored.at("/data/gaps/0/start").asText()).isEqualTo("2026-11-21T10:16:15.686Z");
      for (String member : List.of("/data/gaps", "/data/resolutions", "/alerts")) {
        assertThat(there.at(member)).as(member).isEqualTo(stored.at(member));
      }
    }
  }

  @Test
  void namesWhatAServerRefusesWholly(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    loadFolder(folder, data);
    try (PrometheusProcess server =
        PrometheusProcess.start(data, "global: {}\n", "--query.max-samples=2")) {
      JsonNode there = load(folder, server.url(), "--engine=remote");
      assertThat(there.at("/failures/0/message").asText())
          .contains("the server gave no result: query processing would load too many samples");
      assertThat(there.at("/data/gaps").isNull()).isTrue();
    }
  }

  private static final long LOAD_START = 1_795_254_960_000L;

  // The replay of a data folder of an hour with a gap before which some series end by markers.
  private static JsonNode loadFolder(Path folder, Path data) throws IOException {
    List<Series> all = new ArrayList<>();
    for (String job : List.of("a", "b", "c")) {
      Samples samples = new Samples();
      for (int second = 0; second < 3600; second += 15) {
        long time = LOAD_START + 1000L * second + 7 * job.charAt(0);
        if (second <= 1200 || second >= 1800) {
          samples.append(time, second % 40);
        } else if (second == 1215 && !job.equals("c")) {
          samples.append(time, StaleNaN.STALE_NAN);
        }
      }
      all.add(new Series(Labels.of("__name__", "load", "job", job), samples));
    }
    LogFolder.write(data, all);
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, rules: [{alert: High, expr: load > 30}]}]");
    return load(folder, data.toString(), "--engine=local");
  }

  private static JsonNode load(Path folder, String data, String engine) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--start", LOAD_START / 1000 + "", "--end", LOAD_START / 1000 + 3600 + "", engine));
    if (!engine.endsWith("local")) {
      words.add("--answers=" + folder.resolve("answers"));
    }
    return replay(folder, folder.resolve("rules.yml"), data, words.toArray(String[]::new));
  }

  private static String series(String name, long start, int step, int from, int until) {
    StringBuilder text = new StringBuilder();
    String labelled = name.contains("{") ? name : name + "{job=\"a\"}";
    for (int second = 7; second < 9000; second += step) {
      if (second < from || second > until) {
        text.append(labelled).append(' ').append(second % 13).append(' ');
        text.append(start + second).append(".5\n");
      }
    }
    return text.toString();
  }

  private static JsonNode review(ScratchRepository repository, List<String> words)
      throws IOException {
    ScratchRepository.Outcome outcome = repository.run(words.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    return new ObjectMapper().readTree(outcome.out());
  }

  @Test
  void warnsOfVictoriaMetricsWhereItDiffers(@TempDir Path folder) throws Exception {
    Path file = recording(folder);
    Path rules =
        Files.writeString(
            folder.resolve("rules.yml"),
            """
            groups:
            - name: alerts
              interval: 5s
              rules:
              - {alert: Restarted, expr: 'max_over_time(training_job_restarts_total[1m]) > 0', for: 20s}
              - {alert: TargetsDown, expr: sum by (job) (up) < 1}
            """);
    Path differing =
        Files.writeString(
            folder.resolve("differing.yml"),
            """
            groups:
            - name: alerts
              rules:
              - {alert: Crashed, expr: 'increase(training_job_restarts_total[1m]) > 0'}
              - {alert: Slow, expr: 'rate(training_samples_total[1m]) < 1'}
            """);
    try (VictoriaMetricsProcess server = VictoriaMetricsProcess.start(folder, file)) {
      JsonNode here = replay(folder, rules, file.toString());
      StringWriter told = new StringWriter();
      JsonNode there =
          new ObjectMapper().readTree(run(folder, rules, server.url(), told, "--engine", "remote"));
      assertThat(told.toString()).contains("without a staleness marker").hasLineCount(1);
      assertThat(here.at("/alerts/0/firings").asInt()).isPositive();
      assertThat(there.get("alerts").toPrettyString())
          .isEqualTo(here.get("alerts").toPrettyString());
      StringWriter err = new StringWriter();
      run(folder, differing, server.url(), err, "--engine", "remote");
      assertThat(err.toString())
          .contains("is VictoriaMetrics", "for increase, rate: --engine local");
    }
  }

  private static Path recording(Path folder) throws IOException {
    Path file = folder.resolve("run.om");
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(Repository.file("testdata/recorded/training-run.om.gz")))) {
      Files.copy(in, file);
    }
    return file;
  }

  private static JsonNode replay(Path folder, Path rules, String url, String... more)
      throws IOException {
    StringWriter err = new StringWriter();
    String out = run(folder, rules, url, err, more);
    assertThat(err.toString()).isEmpty();
    return new ObjectMapper().readTree(out);
  }

  private static String[] whole(String... more) {
    return Stream.concat(
            Stream.of("--start", "1795254940", "--end", "1795255500", "--interval", "5s"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static String run(Path folder, Path rules, String url, StringWriter err, String... more) {
    List<String> words =
        Stream.concat(
                Stream.of("rules", "replay", "--format", "json", "--data", url, rules.toString()),
                Stream.of(List.of(more).contains("--start") ? more : whole(more)))
            .toList();
    StringWriter out = new StringWriter();
    int status = InProcess.run(folder, out, err, words.toArray(String[]::new));
    assertThat(status).as("%s", err).isZero();
    return out.toString();
  }
}
