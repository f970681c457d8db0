package dev.firedrill.engine;

import dev.firedrill.series.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A real Prometheus on a recording, for the duration of a test.
final class PrometheusServer implements AutoCloseable {
  static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PrometheusServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a server on the samples of an OpenMetrics file, plain or gzipped.
  static PrometheusServer start(Path recording, Path folder)
      throws IOException, InterruptedException {
    Path plain = folder.resolve("recording.om");
    try (InputStream in = open(recording);
        OutputStream out = Files.newOutputStream(plain)) {
      in.transferTo(out);
    }
    Path data = folder.resolve("data");
    run(
        PROMTOOL.toString(),
        "tsdb",
        "create-blocks-from",
        "openmetrics",
        plain.toString(),
        data.toString());
    return serve(data, folder);
  }

  /// Starts a server without samples that takes them by remote write.
  static PrometheusServer startEmpty(Path folder) throws IOException {
    return serve(folder.resolve("data"), folder);
  }

  private static PrometheusServer serve(Path data, Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=100y",
                "--web.enable-remote-write-receiver",
                "--enable-feature=promql-at-modifier,promql-negative-offset",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .start();
    awaitReady(process);
    return new PrometheusServer(process, port);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder seen = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      seen.append(line).append('\n');
      if (line.contains("Server is ready to receive web requests")) {
        return;
      }
    }
    throw new IOException("the server ended: " + seen);
  }

  /// Stores series, staleness markers among their samples.
  void write(List<Series> series) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/write"))
            .header("Content-Encoding", "snappy")
            .header("Content-Type", "application/x-protobuf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(RemoteWriteRequest.of(series)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("remote write: " + answer.statusCode() + " " + answer.body());
    }
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
    return get("/api/v1/query_range?query=" + encoded(expr) + times);
  }

  /// {@return the answer to an instant query, in JSON}
  ///
  /// @param time epoch milliseconds
  String query(String expr, long time) throws IOException, InterruptedException {
    return get("/api/v1/query?query=" + encoded(expr) + "&time=" + seconds(time));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private String address() {
    return "http://127.0.0.1:" + port;
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
    process.destroy();
    process.onExit().join();
    http.close();
  }
}
