package dev.firedrill.cli.online;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// The VictoriaMetrics that is installed, with the samples of an OpenMetrics file, on a port of its
/// own.
final class VictoriaMetricsProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private VictoriaMetricsProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it, loads the samples and waits until they can be read.
  static VictoriaMetricsProcess start(Path folder, Path openMetrics)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                "victoria-metrics",
                "-storageDataPath=" + folder.resolve("victoria"),
                "-retentionPeriod=100y",
                "-search.latencyOffset=0s",
                "-httpListenAddr=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("victoria.log").toFile())
            .start();
    VictoriaMetricsProcess started = new VictoriaMetricsProcess(process, port);
    started.load(openMetrics);
    return started;
  }

  private void load(Path openMetrics) throws IOException, InterruptedException {
    String lines =
        Files.readAllLines(openMetrics).stream()
            .filter(line -> !line.startsWith("#"))
            .map(VictoriaMetricsProcess::inMilliseconds)
            .collect(Collectors.joining("\n", "", "\n"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      awaitAnswer(client, "/health", "OK");
      client.send(
          HttpRequest.newBuilder(URI.create(url() + "/api/v1/import/prometheus"))
              .POST(HttpRequest.BodyPublishers.ofString(lines))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      awaitAnswer(client, "/internal/force_flush", "");
      awaitAnswer(client, "/internal/resetRollupResultCache", "");
    }
  }

  private static String inMilliseconds(String line) {
    int at = line.lastIndexOf(' ') + 1;
    BigDecimal seconds = new BigDecimal(line.substring(at));
    return line.substring(0, at) + seconds.movePointRight(3).toBigInteger();
  }

  // There is no event to wait for in another process.
  private void awaitAnswer(HttpClient client, String path, String wanted)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().startsWith(wanted)) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
        Thread.onSpinWait();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    close();
    throw new IOException("victoria-metrics did not start");
  }

  /// {@return where it answers}
  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
