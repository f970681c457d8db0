package dev.firedrill.engine;

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
    Path config = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=100y",
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

  /// {@return the answer to a range query, in JSON}
  String queryRange(String expr, TimeGrid grid) throws IOException, InterruptedException {
    String query =
        "query="
            + URLEncoder.encode(expr, StandardCharsets.UTF_8)
            + "&start="
            + seconds(grid.start())
            + "&end="
            + seconds(grid.end())
            + "&step="
            + seconds(grid.step());
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/query_range?" + query);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
