package dev.firedrill.notify.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.scenario.ScenarioEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A real Alertmanager and whoever it notifies, for the duration of a story.
final class AlertmanagerServer implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEBHOOKS = "http://127.0.0.1:18999/";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer webhooks;
  private final Process process;
  private final String api;
  private final List<Told> received = new ArrayList<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private int refusal = 200;
  private long start;

  /// Starts a server; what it tells its webhooks is written down.
  AlertmanagerServer(String config, Path folder) throws IOException, InterruptedException {
    webhooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhooks.createContext("/", this::receive);
    webhooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    webhooks.start();
    String own = "http://127.0.0.1:" + webhooks.getAddress().getPort() + "/";
    Path file = folder.resolve("alertmanager.yml");
    Files.writeString(file, config.replace(WEBHOOKS, own));
    int port = freePort();
    api = "http://127.0.0.1:" + port;
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("data"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitReady();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest ready = HttpRequest.newBuilder(URI.create(api + "/-/ready")).build();
    for (int attempt = 0; attempt < 200; attempt++) {
      try {
        if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // told below when it goes on
      }
      Thread.sleep(50);
    }
    throw new IOException("the server does not answer");
  }

  /// Lets the story begin now. A first request, of nothing, has warmed everything up.
  void begin() throws IOException, InterruptedException {
    send("/api/v2/alerts", List.of());
    URI webhook = URI.create("http://127.0.0.1:" + webhooks.getAddress().getPort() + "/");
    HttpRequest first =
        HttpRequest.newBuilder(webhook).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    http.send(first, HttpResponse.BodyHandlers.discarding());
    synchronized (this) {
      received.clear();
    }
    start = System.currentTimeMillis();
  }

  /// Waits until a time of the story.
  void awaitTime(long millis) throws InterruptedException {
    long left = start + millis - System.currentTimeMillis();
    if (left > 0) {
      Thread.sleep(left);
    }
  }

  void play(ScenarioEvent event) throws IOException, InterruptedException {
    switch (event) {
      case ScenarioEvent.Post post ->
          send("/api/v2/alerts", post.alerts().stream().map(this::alert).toList());
      case ScenarioEvent.MakeSilence silence -> send("/api/v2/silences", silence(silence));
      case ScenarioEvent.Fail fail -> {
        synchronized (this) {
          refusals.putAll(fail.times());
          refusal = fail.status();
        }
      }
    }
  }

  private Map<String, Object> alert(ScenarioEvent.Alert alert) {
    Map<String, Object> json = new HashMap<>();
    json.put("labels", alert.labels().toMap());
    putTime(json, "startsAt", alert.startsAt());
    putTime(json, "endsAt", alert.endsAt());
    return json;
  }

  private void putTime(Map<String, Object> json, String name, @Nullable Long time) {
    if (time != null) {
      json.put(name, Instant.ofEpochMilli(start + time).toString());
    }
  }

  private Map<String, Object> silence(ScenarioEvent.MakeSilence silence) {
    Map<String, Object> json = new HashMap<>();
    json.put("matchers", silence.matchers().stream().map(AlertmanagerServer::matcher).toList());
    putTime(json, "startsAt", silence.startsAt());
    putTime(json, "endsAt", silence.endsAt());
    json.put("createdBy", "test");
    json.put("comment", "test");
    return json;
  }

  private static Map<String, Object> matcher(Matcher matcher) {
    return Map.of(
        "name", matcher.name(),
        "value", matcher.value(),
        "isRegex", matcher.operator().isRegex(),
        "isEqual", !matcher.operator().isNegative());
  }

  private void send(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  private void receive(HttpExchange exchange) {
    long time = System.currentTimeMillis() - start;
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(1);
      JsonNode message = JSON.readTree(exchange.getRequestBody());
      int status = answer(name);
      TreeSet<String> alerts = new TreeSet<>();
      for (JsonNode alert : message.path("alerts")) {
        TreeSet<String> labels = new TreeSet<>();
        alert
            .path("labels")
            .properties()
            .forEach(label -> labels.add(label.getKey() + "=" + label.getValue().asText()));
        alerts.add(alert.path("status").asText() + labels);
      }
      synchronized (this) {
        received.add(Told.of(time, name, status != 200, alerts));
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized int answer(String name) {
    int left = refusals.getOrDefault(name, 0);
    refusals.put(name, left - 1);
    return left > 0 ? refusal : 200;
  }

  /// A notification.
  ///
  /// @param text who is told what
  /// @param time milliseconds from the start of the story
  record Told(String text, long time) implements Comparable<Told> {
    static Told of(long time, String receiver, boolean refused, TreeSet<String> alerts) {
      return new Told(receiver + (refused ? " refuses " : " takes ") + alerts, time);
    }

    @Override
    public int compareTo(Told other) {
      int order = text.compareTo(other.text);
      return order == 0 ? Long.compare(time, other.time) : order;
    }
  }

  /// {@return what the webhooks were told}
  synchronized List<Told> received() {
    return received.stream().sorted().toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    webhooks.stop(0);
    http.close();
  }
}
