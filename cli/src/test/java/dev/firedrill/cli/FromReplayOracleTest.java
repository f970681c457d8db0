package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests made of incidents pass in an installed promtool as they pass here.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class FromReplayOracleTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "WorkerDisconnected, 2026-11-20T08:38:00Z",
    "WorkerDisconnected, 2026-11-20T08:12:00Z",
    "WorkerError, 2026-11-20T08:50:00Z",
    "NoActiveWorkers, 2026-11-20T09:50:00Z",
    "HighTaskFailureRate, 2026-11-20T09:30:00Z",
    "HighTaskFailureRate, 2026-11-20T09:10:00Z",
    "TaskStuck, 2026-11-20T09:20:00Z",
    "TaskStuck, 2026-11-20T09:50:00Z",
    "GPUMemorySaturation, 2026-11-20T09:25:00Z"
  })
  void ofTheScheduler(String alert, String time) throws IOException, InterruptedException {
    String stack = "testdata/training-scheduler/";
    check(
        alert + "@" + time,
        stack + "monitoring/prometheus/alert_rules.yml",
        stack + "recordings/scheduler.om",
        "--prometheus-config",
        stack + "monitoring/prometheus/prometheus.yml");
  }

  @ParameterizedTest
  @CsvSource({
    "TrainingJobFailed, 2026-11-21T10:00:00Z",
    "TrainingJobCrashed, 2026-11-21T09:58:50Z",
    "TrainingOutOfMemory, 2026-11-21T09:58:10Z",
    "TrainingLossHigh, 2026-11-21T10:00:00Z",
    "TrainingJobStalled, 2026-11-21T09:59:00Z",
    "TrainingJobStalled, 2026-11-21T10:04:00Z",
    "TargetDown, 2026-11-21T10:01:40Z",
    "HostHighCPULoad, 2026-11-21T09:59:00Z"
  })
  void ofTheRecordedRun(String alert, String time) throws IOException, InterruptedException {
    check(
        alert + "@" + time,
        "testdata/recorded/rules.yml",
        "testdata/recorded/training-run",
        "--interval",
        "5s");
  }

  @Test
  void ofWhatIsKeptAndNotWithoutKeepFiringFor() throws IOException, InterruptedException {
    String rules =
        """
        groups:
        - name: g
          interval: 1m
          rules:
          - alert: Deep
            expr: depth > 90
            for: 2m
            keep_firing_for: 10m
        """;
    StringBuilder data = new StringBuilder("# TYPE depth gauge\n");
    for (int minute = 0; minute < 40; minute++) {
      int value = minute >= 5 && minute < 20 ? 95 : 3 + minute;
      data.append("depth ").append(value).append(' ').append(1_795_161_600L + 60L * minute);
      data.append('\n');
    }
    Path file = Files.writeString(folder.resolve("rules.yml"), rules);
    Path recording = Files.writeString(folder.resolve("data.om"), data.append("# EOF\n"));
    check("Deep@2026-11-20T08:25:00Z", file.toString(), recording.toString());
    Files.writeString(file, rules.replace("    keep_firing_for: 10m\n", ""));
    Path test = folder.resolve("incident_test.yml");
    assertThat(promtool(test).waitFor()).isNotZero();
  }

  private static Process promtool(Path test) throws IOException {
    return new ProcessBuilder("promtool", "test", "rules", test.toString())
        .redirectErrorStream(true)
        .start();
  }

  private void check(String incident, String rules, String data, String... more)
      throws IOException, InterruptedException {
    Path test = folder.resolve("incident_test.yml");
    List<String> words =
        new ArrayList<>(List.of("rules", "test", "--from-replay", incident, "--data", data, rules));
    words.addAll(List.of(more));
    words.addAll(List.of("--output", test.toString()));
    assertThat(run(words)).as(incident).isZero();
    assertThat(run(List.of("rules", "test", "--all-rules", test.toString()))).isZero();
    Process promtool = promtool(test);
    String told = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as(told).isZero();
  }

  private static int run(List<String> words) {
    StringBuilder out = new StringBuilder();
    return InProcess.run(
        new Program.Invocation(Repository.root(), "", out, new StringBuilder(), words));
  }
}
