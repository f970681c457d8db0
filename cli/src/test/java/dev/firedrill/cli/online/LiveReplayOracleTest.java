package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.cli.InProcess;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextRecording;
import dev.firedrill.series.tsdb.TsdbSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A replay of what a real Prometheus scraped tells of the same alerts, at the same evaluations, as
/// the `ALERTS` that this Prometheus wrote while it evaluated the same rules.
///
/// Prometheus places scrapes and evaluations within their intervals by hashes. An evaluation that
/// begins while a scrape is under way sees less than was stored in the end, so servers are started
/// until one evaluates well after it scrapes.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class LiveReplayOracleTest {
  private static final int SECONDS = 80;
  private static final int SERVERS = 20;
  private static final int GROUPS = 3;

  /// How long a scrape may take before it meets an evaluation, in milliseconds.
  private static final long APART = 200;

  private static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - record: evaluated
          expr: vector(1)
          labels: {group: queues}
        - record: queue:depth:max5s
          expr: max_over_time(queue_depth[5s])
        - alert: QueueDeep
          expr: queue_depth > 100
          for: 3s
          labels: {severity: warning}
        - alert: QueueFilling
          expr: queue:depth:max5s > 90 unless queue_depth < 20
          for: 2s
          keep_firing_for: 4s
        - alert: SomeQueuesDeep
          expr: count(ALERTS{alertname="QueueDeep", alertstate="firing"}) > 3
      - name: workers
        interval: 2s
        rules:
        - record: evaluated
          expr: vector(1)
          labels: {group: workers}
        - alert: WorkerIdle
          expr: worker_busy == 0
        - alert: WorkerGone
          expr: worker_busy offset 6s unless worker_busy
          for: 2s
        - alert: FewWorkers
          expr: count(worker_busy) < 27
        - alert: ScrapesFail
          expr: up == 0
          for: 2s
        - alert: NoQueues
          expr: absent(queue_depth)
      - name: requests
        rules:
        - record: evaluated
          expr: vector(1)
          labels: {group: requests}
        - record: code:requests:increase10s
          expr: increase(requests_total[10s])
        - alert: Errors
          expr: rate(requests_total{code="500"}[10s]) > 3
          for: 2s
        - alert: Restarted
          expr: resets(requests_total[15s]) > 0
        - alert: ErrorsOfRecords
          expr: code:requests:increase10s{code="500"} > 30
      """;

  /// When alerts were in a state, by the labels of `ALERTS`.
  private record States(Map<Labels, TreeSet<Long>> times) {
    static States of(SeriesSource source) {
      Map<Labels, TreeSet<Long>> times = new TreeMap<>();
      LabelMatcher alerts = LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, "ALERTS");
      for (Series series : source.select(List.of(alerts), TimeRange.ALL)) {
        TreeSet<Long> seen = new TreeSet<>();
        for (int i = 0; i < series.samples().size(); i++) {
          long time = series.samples().time(i);
          if (!StaleNaN.isStale(series.samples().value(i))) {
            seen.add(time);
          }
        }
        if (!seen.isEmpty()) {
          times.put(series.labels(), seen);
        }
      }
      return new States(times);
    }

    long evaluations() {
      return times.values().stream().mapToLong(TreeSet::size).sum();
    }

    /// What is here and not there.
    List<String> without(States other, Disturbances disturbances) {
      List<String> lacking = new ArrayList<>();
      times.forEach(
          (labels, own) -> {
            TreeSet<Long> left = new TreeSet<>(own);
            left.removeAll(other.times.getOrDefault(labels, new TreeSet<>()));
            left.removeIf(disturbances::reach);
            left.forEach(time -> lacking.add(labels + " @" + time));
          });
      return lacking;
    }
  }

  @Test
  void findsTheStatesThatTheServerWrote(@TempDir Path folder) throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
    Path data = record(folder, rules);
    TsdbSource recorded = TsdbSource.open(data);
    Files.writeString(folder.resolve("evaluated.yml"), "global: {evaluation_interval: 1s}\n");
    Path replayed = folder.resolve("replayed.om");
    Files.writeString(replayed, replay(folder, data, rules));
    States server = States.of(recorded);
    States here = States.of(TextRecording.read(replayed).get().orElseThrow());

    assertThat(server.times().keySet()).hasSizeGreaterThan(100);
    assertThat(server.evaluations()).isGreaterThan(1000);
    Disturbances disturbances = Disturbances.of(recorded);
    List<String> differing = new ArrayList<>(server.without(here, disturbances));
    differing.addAll(here.without(server, disturbances));
    assertThat(differing)
        .as("of %d states, but for those after %s", server.evaluations(), disturbances)
        .isEmpty();
    assumeTrue(
        disturbances.seconds() < SECONDS / 4,
        () -> "this machine is too busy to compare with what it evaluates: " + disturbances);
  }

  /// {@return the data folder of a server that scraped and evaluated for a while}
  private static Path record(Path folder, Path rules) throws Exception {
    for (int i = 0; i < SERVERS; i++) {
      Path data = Files.createDirectory(folder.resolve("data" + i));
      try (ScriptedTarget target = new ScriptedTarget();
          PrometheusProcess server = PrometheusProcess.start(data, config(rules, target))) {
        if (evaluatesAfterItScrapes(server)) {
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS));
          return data;
        }
      }
    }
    throw new AssertionError("all of " + SERVERS + " servers evaluate just after they scrape");
  }

  private static String config(Path rules, ScriptedTarget target) {
    return """
    global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
    rule_files: [%s]
    scrape_configs:
    - job_name: scripted
      static_configs: [{targets: ['%s']}]
    """
        .formatted(rules, target.address());
  }

  /// Waits until the server has scraped and evaluated every group, which takes some seconds.
  private static boolean evaluatesAfterItScrapes(PrometheusProcess server)
      throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      Map<String, Long> times = new HashMap<>();
      String newest = "timestamp({__name__=~\"up|evaluated\"})";
      for (JsonNode each : server.query(newest).at("/data/result")) {
        long time = Math.round(each.at("/value/1").asDouble() * 1000);
        times.put(each.at("/metric/group").asText(), time);
      }
      Long scraped = times.remove("");
      if (scraped != null && times.size() == GROUPS) {
        return times.values().stream()
            .allMatch(evaluated -> Math.floorMod(evaluated - scraped, 1000) > APART);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    throw new AssertionError(server.url() + " evaluates nothing");
  }

  private static String replay(Path folder, Path data, Path rules) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        InProcess.run(
            folder,
            out,
            err,
            "rules",
            "replay",
            rules.toString(),
            "--data",
            data.toString(),
            "--prometheus-config",
            "evaluated.yml",
            "--format",
            "openmetrics");
    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    return out.toString();
  }
}
