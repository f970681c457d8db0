package dev.firedrill.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The Prometheus that is installed, over the blocks of a folder, on a port of its own.
public final class PrometheusProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private PrometheusProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it and waits until it answers.
  ///
  /// @param blocks the folder that holds blocks; it writes there too, so it has to be a copy
  /// @param config prometheus.yml
  /// @param flags further ones of the command line
  public static PrometheusProcess start(Path blocks, String config, String... flags)
      throws IOException, InterruptedException {
    if (blocks.toAbsolutePath().startsWith(Repository.file("testdata").toAbsolutePath())) {
      throw new IllegalArgumentException(blocks + ": a server would write into it: copy it first");
    }
    Path folder = blocks.toAbsolutePath().resolveSibling("prometheus-" + System.nanoTime());
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + blocks,
                "--storage.tsdb.retention.time=3650d",
                "--storage.tsdb.min-block-duration=2h",
                "--web.listen-address=127.0.0.1:" + port));
    command.addAll(List.of(flags));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    PrometheusProcess started = new PrometheusProcess(process, port);
    started.awaitReady(folder.resolve("log"));
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  // There is no event to wait for in another process.
  private void awaitReady(Path log) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/-/ready")).build();
      for (int i = 0; i < 300 && process.isAlive(); i++) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
          Thread.onSpinWait();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    close();
    throw new IOException("prometheus did not start:\n" + Files.readString(log));
  }

  /// Writes blocks from an OpenMetrics file by the promtool that is installed.
  public static void createBlocks(Path openMetrics, Path blocks)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "promtool",
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            openMetrics.toString(),
            blocks.toString());
    Path log = blocks.resolveSibling(blocks.getFileName() + ".log");
    Process promtool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (promtool.waitFor() != 0) {
      throw new IOException("promtool failed:\n" + Files.readString(log));
    }
  }

  /// {@return where it answers}
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /// {@return what it answers to an instant query now}
  public JsonNode query(String expression) throws IOException, InterruptedException {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    URI address = URI.create(url() + "/api/v1/query?query=" + query);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return new ObjectMapper()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
