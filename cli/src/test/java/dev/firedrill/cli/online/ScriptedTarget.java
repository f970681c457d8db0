package dev.firedrill.cli.online;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A target whose metrics follow a script of seconds since it began: queues that fill and empty,
/// workers that come and go, a counter that starts anew, and scrapes that fail for a while.
final class ScriptedTarget implements AutoCloseable {
  private static final int QUEUES = 60;
  private static final int WORKERS = 40;

  private final HttpServer server;
  private final long begin = System.nanoTime();

  ScriptedTarget() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/metrics", this::answer);
    server.start();
  }

  /// {@return host and port}
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    boolean fails = seconds > 30 && seconds < 36;
    byte[] body = (fails ? "" : metrics(seconds)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
    exchange.sendResponseHeaders(fails ? 503 : 200, fails ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static String metrics(double seconds) {
    StringBuilder text = new StringBuilder();
    for (int queue = 0; queue < QUEUES; queue++) {
      double depth = 50 + 60 * Math.sin(seconds / 4 + queue * 0.7);
      text.append("queue_depth{queue=\"q").append(queue).append("\"} ").append(depth).append('\n');
    }
    for (int worker = 0; worker < WORKERS; worker++) {
      if ((int) (seconds / 7 + worker) % 3 != 0) {
        text.append("worker_busy{worker=\"w").append(worker).append("\"} ");
        text.append((int) (seconds + worker) % 5 == 0 ? 0 : 1).append('\n');
      }
    }
    double since = seconds > 45 ? seconds - 45 : seconds;
    for (int code = 200; code <= 500; code += 100) {
      long requests = (long) (since * (code == 500 ? 3 + 2 * Math.sin(seconds / 5) : 10));
      text.append("requests_total{code=\"").append(code).append("\"} ");
      text.append(Math.max(0, requests)).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
