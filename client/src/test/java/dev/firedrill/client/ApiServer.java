package dev.firedrill.client;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/// A server that gives prepared answers, and clients of it that do not wait.
final class ApiServer implements AutoCloseable {
  static final RequestLimits LIMITS =
      new RequestLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 3, 4);

  final MockWebServer web = new MockWebServer();

  ApiServer() throws IOException {
    web.start();
  }

  ApiServer answer(String data) {
    return raw("{\"status\":\"success\",\"data\":" + data + "}");
  }

  ApiServer raw(String body) {
    web.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return this;
  }

  ApiServer refuse(int status, String body) {
    web.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return this;
  }

  HttpTransport transport(HttpSettings settings) {
    ServerAddress address = ServerAddress.of(web.url("/prefix/").toString());
    return new HttpTransport(address, settings, LIMITS, unhurried());
  }

  static Backoff unhurried() {
    return new Backoff(new Random(1), InstantSource.system(), time -> {});
  }

  PrometheusApi prometheus() {
    return new PrometheusApi(transport(HttpSettings.DEFAULT));
  }

  String url() {
    return ServerAddress.of(web.url("/prefix/").toString()).url();
  }

  /// What was asked next: method, path and query.
  String asked() throws InterruptedException {
    var request = web.takeRequest();
    return request.getMethod() + " " + request.getTarget();
  }

  @Override
  public void close() {
    web.close();
  }
}
