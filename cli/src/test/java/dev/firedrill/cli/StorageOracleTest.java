package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.oracle.PrometheusProcess;
import dev.firedrill.testkit.oracle.RemoteWrite;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What is read from a data folder in all its states, beside the server that writes it, is what
/// that server answers: native histograms, late samples, deletions, snapshots, blocks, checkpoints.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class StorageOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long START = 1_795_161_600_000L;
  private static final long STEP = 15_000;
  private static final int AN_HOUR = 240;
  private static final String CONFIG = "storage: {tsdb: {out_of_order_time_window: 1000d}}\n";
  private static final String[] FLAGS = {
    "--enable-feature=native-histograms",
    "--web.enable-admin-api",
    "--storage.tsdb.wal-segment-size=10MB"
  };

  @TempDir private Path folder;

  private PrometheusProcess start() throws IOException {
    return PrometheusProcess.startWith(folder, CONFIG, FLAGS);
  }

  @Test
  void isReadAsTheServerAnswersInAllItsStates() throws IOException, InterruptedException {
    assumeTrue(PrometheusProcess.isInstalled(), "needs prometheus and promtool in /usr/bin");
    try (PrometheusProcess server = start()) {
      write(server, 0, AN_HOUR);
      compare("the head's log", server, "data");
      late(server, 0, 100);
      compare("late samples", server, "data");
      delete(server, "load{n=\"1\"}", 100, 140);
      delete(server, "whole{kind=\"counter\"}", 20, 60);
      delete(server, "parts", 90, 300);
      compare("deletions in the head", server, "data");
      String snapshot = snapshot(server);
      steps("a snapshot", server, snapshot);
      write(server, AN_HOUR, 6 * AN_HOUR);
      compare("blocks", server, "data");
    }
    for (int i = 0; i < 4; i++) {
      try (PrometheusProcess server = start()) {
        compare("start " + i, server, "data");
        write(server, (6 + i) * AN_HOUR, (7 + i) * AN_HOUR);
        late(server, 300 + 400 * i, 500 + 400 * i);
        delete(server, "load{n=\"2\"}", 200 * i, 200 * i + 50);
        delete(server, "whole{kind=\"counter\"}", 200 * i + 80, 200 * i + 120);
        compare("run " + i, server, "data");
      }
    }
    assertThat(found("data/wal/checkpoint.*")).isTrue();
    assertThat(found("data/wbl/0*")).isTrue();
    assertThat(found("data/chunks_head/0*")).isTrue();
    assertThat(blocks()).hasSizeGreaterThan(2);
    assertThat(numbers()).isEqualTo(dumped());
  }

  /// The folder `testdata/recorded/storage` was made like this, with `-Dfiredrill.keep=FOLDER`.
  @Test
  void aSmallFolderHasAllThatAServerWrites() throws IOException, InterruptedException {
    assumeTrue(PrometheusProcess.isInstalled(), "needs prometheus and promtool in /usr/bin");
    int[] ends = {150, 170, 190, 220, 330, 345};
    int from = 0;
    for (int end : ends) {
      try (PrometheusProcess server = start()) {
        writeSmall(server, from, end);
        if (end == 345) {
          RemoteWrite.Series late = series("jobs");
          for (int i = 300; i > 260; i--) {
            late.number(time(4 * i) + 30_000, -i);
          }
          server.write(new RemoteWrite().add(late));
          delete(server, "sizes", 4 * 310, 4 * 315);
          delete(server, "jobs", 4 * 10, 4 * 15);
        }
        for (int i = 0; end == 330 && i < 1000 && !found("data/wal/checkpoint.*"); i++) {
          server.get("/metrics");
        }
        compare("until " + end, server, "data");
      }
      from = end;
    }
    String keep = System.getProperty("firedrill.keep", "");
    if (!keep.isEmpty()) {
      new ProcessBuilder("cp", "-r", folder.resolve("data").toString(), keep).start().waitFor();
    }
    assertThat(found("data/wal/checkpoint.*")).isTrue();
    assertThat(found("data/wbl/0*")).isTrue();
    assertThat(found("data/chunks_head/0*")).isTrue();
  }

  private static void writeSmall(PrometheusProcess server, int from, int to)
      throws IOException, InterruptedException {
    RemoteWrite.Series jobs = series("jobs");
    RemoteWrite.Series sizes = series("sizes");
    RemoteWrite.Series parts = series("parts");
    for (int i = from; i < to; i++) {
      long time = time(4 * i);
      jobs.number(time, i % 50 == 49 ? StaleNaN.STALE_NAN : i % 7);
      sizes.wholeHistogram(time, histogram(i, 1 + i % 90, 1), false);
      parts.histogram(time, histogram(i, 1 + i % 70, 0.5));
    }
    server.write(new RemoteWrite().add(jobs).add(sizes).add(parts));
  }

  // Staleness markers among them, which no query shows.
  private Map<String, Long> numbers() throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> command =
        List.of("data", "info", "data", "--match", "{__name__=~\"load|late\"}", "--format", "json");
    InProcess.run(new Program.Invocation(folder, "", out, new StringBuilder(), command));
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode metric : JSON.readTree(out.toString()).path("metrics")) {
      counts.put(metric.path("name").asText(), metric.path("samples").asLong());
    }
    return counts;
  }

  private Map<String, Long> dumped() throws IOException, InterruptedException {
    String dump = PrometheusProcess.promtool("tsdb", "dump", folder.resolve("data").toString());
    return dump.lines()
        .filter(line -> line.startsWith("{__name__=\"l"))
        .collect(
            Collectors.groupingBy(
                line -> line.split("\"", 3)[1], TreeMap::new, Collectors.counting()));
  }

  // A load that is steady, jumping, gone and back; histograms whose buckets change, that are reset
  // and end; parts of them.
  private static void write(PrometheusProcess server, int from, int to)
      throws IOException, InterruptedException {
    for (int first = from; first < to; first += 60) {
      RemoteWrite message = new RemoteWrite();
      for (int n = 0; n < 4; n++) {
        RemoteWrite.Series load = series("load", "n", String.valueOf(n));
        for (int i = first; i < first + 60; i++) {
          load.number(time(i), load(n, i));
        }
        message.add(load);
      }
      RemoteWrite.Series late = series("late");
      RemoteWrite.Series whole = series("whole", "kind", "counter");
      RemoteWrite.Series gauge = series("whole", "kind", "gauge");
      RemoteWrite.Series parts = series("parts");
      for (int i = first; i < first + 60; i++) {
        if (i % 2 == 0) {
          late.number(time(i), i);
        }
        whole.wholeHistogram(time(i), histogram(i, 1 + i % 500, 1), false);
        gauge.wholeHistogram(time(i), histogram(i, 1 + (i * 37) % 91, 1), true);
        parts.histogram(time(i), histogram(i, 1 + i % 700, 0.1));
      }
      message.add(late).add(whole).add(parts);
      // 2.42 can make no snapshot of gauges.
      server.write(first < AN_HOUR ? message : message.add(gauge));
    }
  }

  private static double load(int n, int i) {
    return switch (n) {
      case 0 -> i % 5;
      case 1 -> Math.sin(i);
      case 2 -> i % 100 < 20 ? (i % 100 == 0 ? StaleNaN.STALE_NAN : Double.NaN) : 1e300 * i;
      default -> (double) i * i * i;
    };
  }

  private static RemoteWrite.Histogram histogram(int i, int size, double unit) {
    int buckets = i % 1000 < 300 ? 3 : 6;
    List<Double> positive = new ArrayList<>();
    double count = 0;
    for (int b = 0; b < buckets; b++) {
      double in = unit * size * (b + 1);
      positive.add(in);
      count += in;
    }
    double negative = unit * Math.floor(size / 2.0);
    boolean stale = i % 350 == 349;
    return new RemoteWrite.Histogram(
        count + negative + unit * size,
        stale ? StaleNaN.STALE_NAN : size * 0.37,
        3,
        0.001,
        unit * size,
        new RemoteWrite.Side(List.of(-2), List.of(1), List.of(negative)),
        new RemoteWrite.Side(List.of(-1, 4), List.of(2, buckets - 2), positive));
  }

  private static void late(PrometheusProcess server, int from, int to)
      throws IOException, InterruptedException {
    RemoteWrite.Series late = series("late");
    for (int i = from; i < to; i++) {
      // In any order.
      int at = from + (i - from) * 37 % (to - from);
      if (at % 2 == 1) {
        late.number(time(at), -at);
      }
    }
    server.write(new RemoteWrite().add(late));
  }

  private static RemoteWrite.Series series(String name, String... label) {
    Map<String, String> labels = new TreeMap<>(Map.of("__name__", name));
    if (label.length > 0) {
      labels.put(label[0], label[1]);
    }
    return new RemoteWrite.Series(labels);
  }

  private static long time(int i) {
    return START + i * STEP + i % 3;
  }

  private static void delete(PrometheusProcess server, String selector, int from, int to)
      throws IOException, InterruptedException {
    String times = "&start=" + time(from) / 1000.0 + "&end=" + time(to) / 1000.0;
    String path = "/api/v1/admin/tsdb/delete_series?match[]=";
    assertThat(server.post(path.replace("[]", "%5B%5D") + encoded(selector) + times)).isEmpty();
  }

  private static String snapshot(PrometheusProcess server)
      throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(server.post("/api/v1/admin/tsdb/snapshot"));
    assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
    return "data/snapshots/" + answer.path("data").path("name").asText();
  }

  // Numbers as they are stored. Of native histograms 2.42 answers range selectors with the last of
  // them again and again, so they are asked for at each step.
  private void compare(String title, PrometheusProcess server, String data)
      throws IOException, InterruptedException {
    String last = String.valueOf(time(12 * AN_HOUR) / 1000);
    String numbers = "{__name__=~\"load|late|jobs\"}[1d]";
    same(
        title,
        ours(data, numbers, "--time", last),
        server.get("/api/v1/query?query=" + encoded(numbers) + "&time=" + last));
    steps(title, server, data);
  }

  private void steps(String title, PrometheusProcess server, String data)
      throws IOException, InterruptedException {
    // Between samples: whether lookback takes the one just as old as it is long, versions differ.
    String first = String.valueOf(START / 1000 + 7);
    String last = String.valueOf(time(12 * AN_HOUR) / 1000);
    String histograms = "{__name__=~\"whole|parts|load|sizes|jobs\"}";
    String times = "&start=" + first + "&end=" + last + "&step=15";
    same(
        title,
        ours(data, histograms, "--start", first, "--end", last, "--step", "15s"),
        server.get("/api/v1/query_range?query=" + encoded(histograms) + times));
  }

  private static void same(String title, String ours, String theirs) throws IOException {
    Map<String, JsonNode> left = samples(ours);
    Map<String, JsonNode> right = samples(theirs);
    assertThat(right).as(title).isNotEmpty();
    assertThat(left.keySet()).as(title).isEqualTo(right.keySet());
    for (Map.Entry<String, JsonNode> one : left.entrySet()) {
      JsonNode wanted = right.getOrDefault(one.getKey(), one.getValue());
      same(title + ": " + one.getKey(), one.getValue(), wanted);
    }
  }

  // The first sample that differs, rather than all of them.
  private static void same(String title, JsonNode ours, JsonNode theirs) {
    for (String kind : List.of("values", "histograms")) {
      JsonNode left = ours.path(kind);
      JsonNode right = theirs.path(kind);
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        assertThat(left.get(i)).as(title + " " + kind + " " + i).isEqualTo(right.get(i));
      }
      assertThat(left.size()).as(title + " " + kind).isEqualTo(right.size());
    }
  }

  private String ours(String data, String query, String... times) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    List<String> command = new ArrayList<>(List.of("promql", "query", query, "--data", data));
    command.addAll(List.of(times));
    command.addAll(List.of("--format", "json"));
    InProcess.run(new Program.Invocation(folder, "", out, err, command));
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }

  private static Map<String, JsonNode> samples(String answer) throws IOException {
    Map<String, JsonNode> series = new TreeMap<>();
    for (JsonNode one : JSON.readTree(answer).path("data").path("result")) {
      series.put(one.path("metric").toString(), one);
    }
    return series;
  }

  // Only the folder itself is looked into: a server makes and removes others meanwhile.
  private boolean found(String glob) throws IOException {
    int name = glob.lastIndexOf('/') + 1;
    Path in = folder.resolve(glob.substring(0, name));
    if (!Files.isDirectory(in)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(in, glob.substring(name))) {
      return files.iterator().hasNext();
    }
  }

  private List<Path> blocks() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.filter(file -> Files.exists(file.resolve("meta.json"))).toList();
    }
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
