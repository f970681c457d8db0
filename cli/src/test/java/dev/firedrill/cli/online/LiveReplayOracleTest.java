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
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
  private static final long APART = 250;

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

  /// When evaluations were left out or began before a scrape was stored, in milliseconds.
  ///
  /// @param begin the third evaluation of every group: only then does Prometheus write `ALERTS`,
  ///     for
  ///     it restores what was pending after the second
  private record Disturbances(long begin, NavigableSet<Long> times) {
    /// How long one is felt: `for`, what keeps firing and what reads these alerts.
    private static final long FELT = 10_000;

    /// How long a scrape may take to be stored after it took its own time.
    private static final long STORING = 50;

    static Disturbances of(SeriesSource source) {
      NavigableSet<Long> disturbed = new TreeSet<>();
      NavigableMap<Long, Double> scrapes = new TreeMap<>();
      TreeSet<Long> begins = new TreeSet<>();
      each(source, "scrape_duration_seconds", series -> scrapes.putAll(samples(series)));
      each(
          source,
          "evaluated",
          series -> {
            long interval = series.labels().get("group").equals("workers") ? 2000 : 1000;
            NavigableSet<Long> evaluations = samples(series).navigableKeySet();
            begins.add(evaluations.stream().skip(2).findFirst().orElseThrow());
            for (long time : evaluations) {
              if (evaluations.higher(time) != null && !evaluations.contains(time + interval)) {
                disturbed.add(time + interval);
              }
              Map.Entry<Long, Double> scrape = scrapes.floorEntry(time);
              if (scrape != null && time - scrape.getKey() < scrape.getValue() * 1000 + STORING) {
                disturbed.add(time);
              }
            }
          });
      return new Disturbances(begins.last(), disturbed);
    }

    private static void each(SeriesSource source, String metric, Consumer<Series> use) {
      LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, metric);
      for (Series series : source.select(List.of(named), TimeRange.ALL)) {
        use.accept(series);
      }
    }

    private static NavigableMap<Long, Double> samples(Series series) {
      NavigableMap<Long, Double> samples = new TreeMap<>();
      for (int i = 0; i < series.samples().size(); i++) {
        samples.put(series.samples().time(i), series.samples().value(i));
      }
      return samples;
    }

    /// {@return whether what the server wrote at a time may lack something or be off}
    boolean reach(long time) {
      Long last = times.floor(time);
      return time < begin || (last != null && time - last < FELT);
    }

    /// {@return about how many seconds they are felt}
    long seconds() {
      long felt = 0;
      Long before = null;
      for (long time : times) {
        felt += before == null ? FELT : Math.min(FELT, time - before);
        before = time;
      }
      return TimeUnit.MILLISECONDS.toSeconds(felt);
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
