package dev.firedrill.testkit.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real Prometheus for the duration of a test, on a free port of the loopback address.
public final class PrometheusProcess implements AutoCloseable {
  /// Where the programs are.
  public static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

  /// Where the programs are.
  public static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PrometheusProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// {@return whether the programs are installed}
  public static boolean isInstalled() {
    return Files.exists(PROMETHEUS) && Files.exists(PROMTOOL);
  }

  /// Starts a server that keeps samples of any age and takes more by remote write.
  ///
  /// @param folder for its configuration and, in `data`, its storage
  /// @param features for `--enable-feature`
  public static PrometheusProcess start(Path folder, String features) throws IOException {
    return startWith(folder, "global: {}\n", "--enable-feature=" + features);
  }

  /// Starts a server with a configuration.
  ///
  /// @param folder for its configuration and, in `data`, its storage
  /// @param text of prometheus.yml
  /// @param flags further flags of the command line
  public static PrometheusProcess startWith(Path folder, String text, String... flags)
      throws IOException {
    Path config = Files.writeString(folder.resolve("prometheus.yml"), text);
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(PROMETHEUS.toString());
    command.add("--config.file=" + config);
    command.add("--storage.tsdb.path=" + folder.resolve("data"));
    command.add("--storage.tsdb.retention.time=100y");
    command.add("--web.enable-remote-write-receiver");
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(List.of(flags));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    awaitReady(process);
    return new PrometheusProcess(process, port);
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
        Thread.ofVirtual().start(() -> readOn(log));
        return;
      }
    }
    throw new IOException("the server ended: " + seen);
  }

  // A server whose log nobody reads stops once the pipe is full.
  private static void readOn(BufferedReader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The server has ended.
    }
  }

  /// {@return the URL of the server, without a slash at its end}
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /// {@return the body of the answer to a path and its query, whatever the status}
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /// {@return the body of the answer to an empty POST, whatever the status}
  ///
  /// @param path and its query
  public String post(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /// Stores samples.
  public void write(RemoteWrite message) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/write"))
            .header("Content-Encoding", "snappy")
            .header("Content-Type", "application/x-protobuf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("remote write: " + answer.statusCode() + " " + answer.body());
    }
  }

  /// {@return what promtool prints on both streams}
  public static String promtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
    command.addAll(List.of(arguments));
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    run.waitFor();
    return output;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    http.close();
  }
}
