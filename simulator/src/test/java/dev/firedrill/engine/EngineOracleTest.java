package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Asks a real Prometheus about recordings and compares the answers to the last bit.
///
/// Steps fall a millisecond beside all samples: older servers count the sample at the start of a
/// range, newer ones do not. Left out is what changed since 2.x (`avg_over_time` of fractions) and
/// what rests on Go's assembly for `exp`.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class EngineOracleTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("firedrill.root", ".")).resolve("testdata");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> SCHEDULER =
      List.of(
          "training_worker_connected == 0",
          "training_worker_state{state=\"error\"} == 1",
          "max by (cluster) (training_scheduler_active_workers) == 0",
          """
          (
              sum by (cluster) (rate(training_tasks_finished_total{status="failed"}[15m]))
            /
              sum by (cluster) (rate(training_tasks_finished_total[15m]))
            > 0.3
          )
          and
          sum by (cluster) (increase(training_tasks_finished_total[15m])) >= 10
          """,
          "time() - training_task_start_time_seconds > 3600 and training_task_progress_ratio <"
              + " 0.95",
          "training_gpu_memory_used_bytes / training_gpu_memory_total_bytes > 0.9",
          "rate(training_tasks_finished_total[5m])",
          "increase(training_tasks_finished_total[97s])",
          "irate(training_tasks_finished_total[5m])",
          "delta(training_gpu_memory_used_bytes[4m])",
          "idelta(training_gpu_memory_used_bytes[4m])",
          "deriv(training_task_progress_ratio[7m])",
          "predict_linear(training_task_progress_ratio[7m], 600)",
          "sum_over_time(training_task_progress_ratio[6m])",
          "stddev_over_time(training_task_progress_ratio[6m])",
          "stdvar_over_time(training_gpu_memory_used_bytes[6m])",
          "quantile_over_time(0.9, training_task_progress_ratio[6m])",
          "min_over_time(training_gpu_memory_used_bytes[3m])",
          "max_over_time(training_gpu_memory_used_bytes[3m])",
          "count_over_time(training_worker_connected[3m])",
          "changes(training_worker_state[10m])",
          "resets(training_tasks_finished_total[20m])",
          "last_over_time(training_task_progress_ratio[10m])",
          "present_over_time(training_task_progress_ratio[10m])",
          "absent_over_time(training_scheduler_active_workers{cluster=\"east\"}[1m])",
          "absent(training_scheduler_active_workers{cluster=\"east\"})",
          "timestamp(training_worker_connected)",
          "ln(training_gpu_memory_used_bytes)",
          "log2(training_task_progress_ratio)",
          "log10(training_task_progress_ratio)",
          "sqrt(training_task_progress_ratio)",
          "training_task_progress_ratio ^ 3",
          "training_task_progress_ratio ^ -0.5",
          "round(training_task_progress_ratio, 0.05)",
          "clamp(training_task_progress_ratio, 0.2, 0.7)",
          "topk by (cluster) (1, training_worker_state)",
          "bottomk(2, training_task_progress_ratio)",
          "stddev by (cluster) (training_worker_state)",
          "count_values by (cluster) (\"v\", training_worker_state)",
          "quantile by (cluster) (0.3, training_worker_state)",
          "training_worker_state * on (cluster, instance) group_left"
              + " training_scheduler_active_workers",
          "max_over_time(sum by (cluster) (rate(training_tasks_finished_total[5m]))[10m:45s])",
          "max_over_time(training_task_progress_ratio[10m:30s] offset 2m)",
          "training_task_progress_ratio offset 3m",
          "training_task_progress_ratio @ end()",
          "rate(training_tasks_finished_total[5m] @ 1795165000.5)",
          "hour() + minute() / 60",
          "day_of_week(training_task_start_time_seconds)",
          "vector(scalar(training_scheduler_active_workers{cluster=\"west\"}))",
          "label_replace(training_worker_connected, \"w\", \"no-$1\", \"worker\", \"w(.*)\")",
          "training_worker_connected unless on (worker) training_worker_state{state=\"busy\"} == 1",
          "training_worker_connected > bool 0 or on () vector(7)");

  private static final List<String> RECORDED =
      List.of(
          "sum by (job_id, job_name) (rate(training_samples_total[1m]))",
          "training_memory_used_bytes / training_memory_limit_bytes",
          "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[1m]))",
          "rate(node_cpu_seconds_total[1m])",
          "deriv(node_memory_MemAvailable_bytes[2m])",
          "predict_linear(node_load1[3m], 3600)",
          "stddev_over_time(node_load1[3m])",
          "histogram_quantile(0.9, rate(training_step_duration_seconds_bucket[1m]))",
          "histogram_quantile(0.5, sum by (le, job_id)"
              + " (rate(training_step_duration_seconds_bucket[2m])))",
          "rate(training_step_duration_seconds_sum[1m]) /"
              + " rate(training_step_duration_seconds_count[1m])",
          "time() - push_time_seconds",
          "ln(training_loss)",
          "training_loss ^ 3",
          "up == 0",
          "count by (alertstate) (ALERTS)",
          "stdvar by (mode) (rate(node_cpu_seconds_total[1m]))");

  @Test
  void agreesWithPrometheusOnTheSchedulersRecording(@TempDir Path folder)
      throws IOException, InterruptedException {
    compare(TESTDATA.resolve("training-scheduler/recordings/scheduler.om"), SCHEDULER, folder);
  }

  @Test
  void agreesWithPrometheusOnTheRecordedRun(@TempDir Path folder)
      throws IOException, InterruptedException {
    compare(TESTDATA.resolve("recorded/training-run.om.gz"), RECORDED, folder);
  }

  private static void compare(Path recording, List<String> exprs, Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(PrometheusServer.PROMETHEUS), "needs /usr/bin/prometheus");
    assumeTrue(Files.exists(PrometheusServer.PROMTOOL), "needs /usr/bin/promtool");
    SeriesStore store = TextRecording.read(recording).get().orElseThrow();
    TimeRange extent = store.extent().orElseThrow();
    TimeGrid grid = TimeGrid.covering(extent.first() + 1_001, extent.last() + 360_000, 15_000);
    Engine engine = new Engine(EngineOptions.DEFAULT);
    List<String> differing = new ArrayList<>();
    try (PrometheusServer server = PrometheusServer.start(recording, folder)) {
      for (String expr : exprs) {
        Map<Labels, List<String>> theirs = parse(server.queryRange(expr, grid));
        Map<Labels, List<String>> ours =
            lines(engine.range(Fixture.parse(expr), store, grid).result());
        if (!ours.equals(theirs)) {
          differing.add(expr + "\n" + firstDifference(ours, theirs));
        }
        assertThat(theirs).as(expr).isNotNull();
      }
    }
    assertThat(differing).isEmpty();
  }

  private static Map<Labels, List<String>> parse(String json) throws IOException {
    JsonNode answer = JSON.readTree(json);
    assertThat(answer.path("status").asText()).as(json).isEqualTo("success");
    Map<Labels, List<String>> series = new TreeMap<>();
    for (JsonNode one : answer.path("data").path("result")) {
      Labels.Builder labels = new Labels.Builder();
      one.path("metric").properties().forEach(l -> labels.set(l.getKey(), l.getValue().asText()));
      List<String> points = new ArrayList<>();
      for (JsonNode point : one.path("values")) {
        double value = GoNumber.parseFloat(point.get(1).asText());
        points.add(point(Math.round(point.get(0).asDouble() * 1000), value));
      }
      series.put(labels.build(), points);
    }
    return series;
  }

  private static Map<Labels, List<String>> lines(QueryResult result) {
    Map<Labels, List<String>> lines = new TreeMap<>();
    if (result instanceof QueryResult.Matrix matrix) {
      for (Series series : matrix.series()) {
        Samples samples = series.samples();
        List<String> points = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
          points.add(point(samples.time(i), samples.value(i)));
        }
        lines.put(series.labels(), points);
      }
    }
    return lines;
  }

  // Shortest digits that read back as the same double, so equal texts are equal bits.
  private static String point(long time, double value) {
    return GoFloat.plain(value) + " @" + time;
  }

  private static String firstDifference(
      Map<Labels, List<String>> ours, Map<Labels, List<String>> theirs) {
    if (!ours.keySet().equals(theirs.keySet())) {
      return "series: " + ours.keySet() + "\ntheirs: " + theirs.keySet();
    }
    for (Map.Entry<Labels, List<String>> entry : ours.entrySet()) {
      List<String> other = theirs.getOrDefault(entry.getKey(), List.of());
      if (!entry.getValue().equals(other)) {
        List<String> onlyOurs = new ArrayList<>(entry.getValue());
        List<String> onlyTheirs = new ArrayList<>(other);
        onlyOurs.removeAll(other);
        onlyTheirs.removeAll(entry.getValue());
        return entry.getKey()
            + " ours "
            + onlyOurs.stream().limit(3).toList()
            + " of "
            + onlyOurs.size()
            + ", theirs "
            + onlyTheirs.stream().limit(3).toList();
      }
    }
    return "";
  }
}
