package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.Main;
import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

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
    Path file = folder.resolve("run.om");
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(Repository.file("testdata/recorded/training-run.om.gz")))) {
      Files.copy(in, file);
    }
    Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
    PrometheusProcess.createBlocks(file, blocks);
    try (PrometheusProcess server = PrometheusProcess.start(blocks, "global: {}\n")) {
      Path answers = folder.resolve("answers");
      for (Path each : List.of(Repository.file("testdata/recorded/rules.yml"), rules)) {
        JsonNode here = replay(folder, each, server.url(), "--engine", "local");
        JsonNode there =
            replay(folder, each, server.url(), "--engine", "remote", "--answers", answers + "");
        assertThat(here.get("alerts").size()).isPositive();
        assertThat(there.get("alerts").toPrettyString())
            .isEqualTo(here.get("alerts").toPrettyString());
      }
      try (Stream<Path> left = Files.list(answers)) {
        assertThat(left).as("answers are kept only until the run is done").isEmpty();
      }
    }
  }

  private static JsonNode replay(Path folder, Path rules, String url, String... more)
      throws IOException {
    List<String> words =
        Stream.concat(
                Stream.of(
                    "rules",
                    "replay",
                    "--format",
                    "json",
                    "--start",
                    "1795254940",
                    "--end",
                    "1795255500",
                    "--interval",
                    "5s",
                    "--data",
                    url,
                    rules.toString()),
                Stream.of(more))
            .toList();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            folder,
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int status = Main.run(session, words.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    return new ObjectMapper().readTree(out.toString());
  }
}
