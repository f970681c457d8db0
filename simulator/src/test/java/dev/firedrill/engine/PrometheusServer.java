package dev.firedrill.engine;

import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.testkit.oracle.PrometheusProcess;
import dev.firedrill.testkit.oracle.RemoteWrite;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A real Prometheus on a recording, for the duration of a test.
final class PrometheusServer implements AutoCloseable {
  static final Path PROMETHEUS = PrometheusProcess.PROMETHEUS;
  static final Path PROMTOOL = PrometheusProcess.PROMTOOL;

  private static final String FEATURES = "promql-at-modifier,promql-negative-offset";

  private final PrometheusProcess process;

  private PrometheusServer(PrometheusProcess process) {
    this.process = process;
  }

  /// Starts a server on the samples of an OpenMetrics file, plain or gzipped.
  static PrometheusServer start(Path recording, Path folder)
      throws IOException, InterruptedException {
    Path plain = folder.resolve("recording.om");
    try (InputStream in = open(recording);
        OutputStream out = Files.newOutputStream(plain)) {
      in.transferTo(out);
    }
    String data = folder.resolve("data").toString();
    PrometheusProcess.promtool("tsdb", "create-blocks-from", "openmetrics", plain.toString(), data);
    return startEmpty(folder);
  }

  /// Starts a server without samples that takes them by remote write.
  static PrometheusServer startEmpty(Path folder) throws IOException {
    return new PrometheusServer(PrometheusProcess.start(folder, FEATURES));
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  /// Stores series, staleness markers among their samples.
  void write(List<Series> series) throws IOException, InterruptedException {
    RemoteWrite message = new RemoteWrite();
    for (Series each : series) {
      RemoteWrite.Series written = new RemoteWrite.Series(each.labels().toMap());
      Samples samples = each.samples();
      for (int i = 0; i < samples.size(); i++) {
        written.number(samples.time(i), samples.value(i));
      }
      message.add(written);
    }
    process.write(message);
  }

  /// {@return the answer to a range query, in JSON}
  String queryRange(String expr, TimeGrid grid) throws IOException, InterruptedException {
    String times =
        "&start="
            + seconds(grid.start())
            + "&end="
            + seconds(grid.end())
            + "&step="
            + seconds(grid.step());
    return process.get("/api/v1/query_range?query=" + encoded(expr) + times);
  }

  /// {@return the answer to an instant query, in JSON}
  ///
  /// @param time epoch milliseconds
  String query(String expr, long time) throws IOException, InterruptedException {
    return process.get("/api/v1/query?query=" + encoded(expr) + "&time=" + seconds(time));
  }

  private static String encoded(String expr) {
    return URLEncoder.encode(expr, StandardCharsets.UTF_8);
  }

  // Not by dividing: the server reads what is written here, and 1.1e9 has an exponent.
  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  @Override
  public void close() {
    process.close();
  }
}
