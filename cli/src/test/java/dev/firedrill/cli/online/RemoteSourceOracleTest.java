package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.ServerAddress;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.remote.RemoteSource;
import dev.firedrill.series.text.TextRecording;
import dev.firedrill.series.tsdb.TsdbSource;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Series read from a real Prometheus are those that its storage holds, however it is asked.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class RemoteSourceOracleTest {
  private static final String CONFIG = "global: {external_labels: {cluster: eu}}\n";

  @Test
  void readsWhatIsStoredByBothWaysOfAsking(@TempDir Path folder) throws Exception {
    Path recording = Repository.file("testdata/recorded/training-run");
    Path data = folder.resolve("data");
    copy(recording, data);
    TsdbSource stored = TsdbSource.open(recording);
    TimeRange all = stored.extent().orElseThrow();
    TimeRange range = new TimeRange(all.first() - 1000, all.last() + 1000);
    try (PrometheusProcess server = PrometheusProcess.start(data, CONFIG)) {
      PrometheusApi api =
          PrometheusApi.of(
              ServerAddress.of(server.url()), HttpSettings.DEFAULT, RequestLimits.DEFAULT);
      SeriesSource queried = RemoteSource.byQueries(api, range.first(), range.last());
      SeriesSource read = RemoteSource.byRemoteRead(api, range.first(), range.last());
      for (List<LabelMatcher> matchers : metrics(stored, range)) {
        List<String> wanted = lines(stored.select(matchers, range));
        assertThat(lines(read.select(matchers, TimeRange.ALL)))
            .as("%s", matchers)
            .isEqualTo(wanted);
        assertThat(lines(queried.select(matchers, TimeRange.ALL)))
            .as("%s", matchers)
            .isEqualTo(wanted);
      }
      assertThat(read.select(List.of(), range)).hasSize(155);
    }
  }

  private static List<List<LabelMatcher>> metrics(SeriesSource stored, TimeRange range) {
    TreeSet<String> names = new TreeSet<>();
    for (Series series : stored.select(List.of(), range)) {
      names.add(series.labels().metricName());
    }
    assertThat(names).hasSizeGreaterThan(30);
    List<List<LabelMatcher>> metrics = new ArrayList<>();
    for (String name : names) {
      metrics.add(List.of(LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, name)));
    }
    return metrics;
  }

  private static List<String> lines(List<Series> series) {
    List<String> lines = new ArrayList<>();
    for (Series one : series) {
      Samples samples = one.samples();
      for (int i = 0; i < samples.size(); i++) {
        long bits = Double.doubleToRawLongBits(samples.value(i));
        lines.add(one.labels() + " " + samples.time(i) + " " + Long.toHexString(bits));
      }
    }
    return lines;
  }

  @Test
  void replaysTheSameFromServersAsFromAFile(@TempDir Path folder) throws Exception {
    Path blocks = Files.createDirectory(folder.resolve("data"));
    Path file = folder.resolve("run.om");
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(Repository.file("testdata/recorded/training-run.om.gz")))) {
      Files.copy(in, file);
    }
    PrometheusProcess.createBlocks(file, blocks);
    try (PrometheusProcess server = PrometheusProcess.start(blocks, CONFIG)) {
      String wanted = replay(folder, file.toString());
      assertThat(wanted).contains("TrainingOutOfMemory");
      assertThat(replay(folder, server.url())).isEqualTo(wanted);
      assertThat(replay(folder, "remote-read+" + server.url())).isEqualTo(wanted);
      Path saved = folder.resolve("saved.om.gz");
      record(folder, server.url(), saved);
      assertSavedAsRecorded(saved, file);
      assertThat(replay(folder, saved.toString())).isEqualTo(wanted);
      Path kept = folder.resolve("kept");
      Files.createDirectory(kept);
      record(folder, server.url(), kept);
      assertThat(replay(folder, kept.toString())).isEqualTo(wanted);
    }
  }

  private static void assertSavedAsRecorded(Path saved, Path recorded) throws IOException {
    SeriesStore wanted = Objects.requireNonNull(TextRecording.read(recorded).value());
    SeriesStore got = Objects.requireNonNull(TextRecording.read(saved).value());
    assertThat(got.size()).isGreaterThan(30);
    assertThat(got.all())
        .extracting(series -> series.labels().metricName())
        .contains("training_job_status", "job_id:training_memory:ratio", "ALERTS")
        .doesNotContain("ALERTS_FOR_STATE", "node_boot_time_seconds");
    for (Series series : got.all()) {
      Samples all = wanted.get(series.labels()).orElseThrow().samples();
      Series until = new Series(series.labels(), all.between(0, 1795255500000L));
      assertThat(lines(List.of(series))).isEqualTo(lines(List.of(until)));
    }
  }

  private static void record(Path folder, String url, Path file) {
    String said =
        run(
            folder,
            "data",
            "record",
            "--prometheus",
            url,
            "--rules",
            Repository.file("testdata/recorded/rules.yml").toString(),
            "--start",
            "1795254940",
            "--end",
            "1795255500",
            "--output",
            file.toString());
    assertThat(said).contains(" series, ");
  }

  private static String replay(Path folder, String data) {
    String json =
        run(
            folder,
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
            data,
            Repository.file("testdata/recorded/rules.yml").toString());
    // A server is asked only for what the rules read.
    return json.replaceAll("\"series\":\\s*\\d+(,\\s*\"samples\":\\s*\\d+)?", "");
  }

  private static String run(Path folder, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = InProcess.run(folder, out, err, words);
    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    return out.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
