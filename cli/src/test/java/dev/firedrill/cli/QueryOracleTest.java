package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.oracle.PrometheusProcess;
import dev.firedrill.testkit.oracle.RemoteWrite;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// `promql query` answers as Prometheus's API and as `promtool query`, of which 2.42 is known to
/// work here, save for remarks that are newer.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class QueryOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String START = "1795165200";
  private static final String END = "1795165800";

  private static final String DATA =
      """
      tests:
      - start_timestamp: 1795165200
        interval: 15s
        input_series:
        - {series: 'up{job="a", instance="a:1"}', values: '1 1 0x3 stale _x5 1x20'}
        - {series: 'up{job="a", instance="b:2"}', values: '0.1+0.1x40'}
        - {series: 'odd{text="<&>\\"\\\\ü 日本\\t", empty="x"}', values: 'NaN Inf -Inf 1e21 1e-7 -0 5e-324 1.7976931348623157e308 123456789.125x40'}
        - {series: 'requests_total{job="a", code="200"}', values: '0+3.5x20 1+3x20'}
        - {series: 'requests_total{job="a", code="500"}', values: '_x10 0+1x30'}
        - {series: 'sizes{job="h"}', values: '{{schema:1 count:27 sum:101.5 z_bucket:2 z_bucket_w:0.001 buckets:[3 0 5 1] offset:-2 n_buckets:[4 5 7] n_offset:1}}+{{schema:1 count:6 sum:2.25 z_bucket:1 z_bucket_w:0.001 buckets:[1 1 1 1] offset:-2 n_buckets:[1] n_offset:1}}x40'}
        - {series: 'sizes{job="i"}', values: '{{schema:0 count:4 sum:5 buckets:[1 2 1]}}x20 _ {{count:1 sum:0.1 buckets:[1]}}x18'}
      """;

  private static final List<String> INSTANT =
      List.of(
          "up",
          "odd",
          "sizes",
          "sum by (job) (up)",
          "sum(up)",
          "rate(requests_total[110s])",
          "sum(sizes)",
          "histogram_count(sizes)",
          "up[1m]",
          "odd[2m]",
          "sizes[40s]",
          "up[2m:30s]",
          "1",
          "1 / 0",
          "(-1) / 0",
          "0 / 0",
          "1e21 * 10",
          "1 / 3e7",
          "0 * (-1)",
          "time()",
          "scalar(up{instance=\"b:2\"})",
          "vector(1.5)",
          "\"a text\"",
          "\"<\\\"quoted\\\"> & ü\\n\\t\"",
          "'single'",
          "none",
          "none[5m]",
          "up offset 2m",
          "up @ 1795165230",
          "up @ end()",
          "topk(1, up)",
          "sort_desc(up)",
          "count_values(\"value\", up)",
          "label_replace(up, \"host\", \"$1\", \"instance\", \"(.*):.*\")",
          "up == 0",
          "up == bool 0",
          "up and on (job) requests_total",
          "timestamp(up)",
          "absent(none{a=\"b\"})");

  private static final List<String> RANGE =
      INSTANT.stream()
          .filter(query -> !query.startsWith("\"") && !query.startsWith("'"))
          .filter(query -> !query.matches(".*\\[\\w+(:\\w+)?\\]"))
          .toList();

  @Test
  void answersAsPrometheus(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(PrometheusProcess.isInstalled(), "needs prometheus and promtool in /usr/bin");
    Files.writeString(folder.resolve("data.yml"), DATA);
    List<String> differing = new ArrayList<>();
    String features = "native-histograms,promql-at-modifier,promql-negative-offset";
    try (PrometheusProcess server = PrometheusProcess.start(folder, features)) {
      server.write(message());
      for (String query : INSTANT) {
        for (String time : List.of("1795165247", "1795165261.5", "1795165793.001")) {
          instant(server, folder, query, time, differing);
        }
      }
      for (String query : RANGE) {
        range(server, folder, query, "30", differing);
        range(server, folder, query, "7.5", differing);
      }
    }
    assertThat(String.join("\n", differing)).isEmpty();
  }

  private static void instant(
      PrometheusProcess server, Path folder, String query, String time, List<String> differing)
      throws IOException, InterruptedException {
    List<String> command = List.of("promql", "query", query, "--data", "data.yml", "--time", time);
    String api = server.get("/api/v1/query?query=" + encoded(query) + "&time=" + time);
    compare(query + " at " + time, folder, command, api, differing);
    String text =
        PrometheusProcess.promtool("query", "instant", "--time=" + time, server.address(), query);
    compareText(query + " at " + time, folder, command, text, differing);
  }

  private static void range(
      PrometheusProcess server, Path folder, String query, String step, List<String> differing)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "promql",
            "query",
            query,
            "--data",
            "data.yml",
            "--start",
            START,
            "--end",
            END,
            "--step",
            step);
    String times = "&start=" + START + "&end=" + END + "&step=" + step;
    String api = server.get("/api/v1/query_range?query=" + encoded(query) + times);
    compare(query + " by " + step, folder, command, api, differing);
    String text =
        PrometheusProcess.promtool(
            "query",
            "range",
            "--start=" + START,
            "--end=" + END,
            "--step=" + Math.round(Double.parseDouble(step) * 1000) + "ms",
            server.address(),
            query);
    compareText(query + " by " + step, folder, command, text, differing);
  }

  private static void compare(
      String title, Path folder, List<String> command, String api, List<String> differing)
      throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--format", "json"));
    JsonNode ours = withoutRemarks(run(folder, all));
    JsonNode theirs = withoutRemarks(api);
    if (!ours.equals(theirs)) {
      differing.add(title + "\n  ours   " + ours + "\n  theirs " + theirs);
    }
  }

  private static JsonNode withoutRemarks(String text) throws IOException {
    JsonNode answer = JSON.readTree(text);
    return answer instanceof ObjectNode object
        ? object.without(List.of("warnings", "infos"))
        : answer;
  }

  private static void compareText(
      String title, Path folder, List<String> command, String theirs, List<String> differing) {
    String ours =
        run(folder, command)
            .lines()
            .filter(line -> !line.startsWith("PromQL "))
            .collect(Collectors.joining("\n"));
    // 2.42 prints neither histograms nor strings.
    boolean unknown = ours.contains("Count: ") || theirs.contains("value type \"string\"");
    if (!unknown && !ours.strip().equals(theirs.strip())) {
      differing.add(title + " as text\n" + firstDifference(ours.strip(), theirs.strip()));
    }
  }

  private static String firstDifference(String ours, String theirs) {
    List<String> left = ours.lines().toList();
    List<String> right = theirs.lines().toList();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return "  ours   " + left.get(i) + "\n  theirs " + right.get(i);
      }
    }
    return "  ours has " + left.size() + " lines, theirs " + right.size();
  }

  private static String run(Path folder, List<String> arguments) {
    StringBuilder out = new StringBuilder();
    InProcess.run(new Program.Invocation(folder, "", out, new StringBuilder(), arguments));
    return out.toString();
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static RemoteWrite message() {
    SeriesStore store =
        Objects.requireNonNull(
            TestData.read(SourceFile.of("data.yml", DATA), Path.of(""), null).value());
    RemoteWrite message = new RemoteWrite();
    for (Series series : store.all()) {
      RemoteWrite.Series written = new RemoteWrite.Series(series.labels().toMap());
      Samples samples = series.samples();
      for (int i = 0; i < samples.size(); i++) {
        NativeHistogram histogram = samples.histogram(i);
        if (histogram == null) {
          written.number(samples.time(i), samples.value(i));
        } else {
          written.histogram(samples.time(i), message(histogram));
        }
      }
      message.add(written);
    }
    return message;
  }

  private static RemoteWrite.Histogram message(NativeHistogram histogram) {
    return new RemoteWrite.Histogram(
        histogram.count(),
        histogram.sum(),
        histogram.schema(),
        histogram.zeroThreshold(),
        histogram.zeroCount(),
        side(histogram.negative()),
        side(histogram.positive()));
  }

  private static RemoteWrite.Side side(Buckets buckets) {
    List<BucketSpan> spans = buckets.spans();
    return new RemoteWrite.Side(
        spans.stream().map(BucketSpan::offset).toList(),
        spans.stream().map(BucketSpan::length).toList(),
        Arrays.stream(buckets.counts()).boxed().toList());
  }
}
