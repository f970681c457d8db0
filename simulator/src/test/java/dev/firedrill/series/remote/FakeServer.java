package dev.firedrill.series.remote;

import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// A server that answers each question by a function; an answer that starts with a digit is a
/// refusal of that status.
public final class FakeServer implements AutoCloseable {
  /// The expressions and paths that were asked for, in their order.
  public final List<String> asked = new CopyOnWriteArrayList<>();
  private final MockWebServer web = new MockWebServer();

  /// Starts it.
  public FakeServer(Function<HttpUrl, String> answers) throws IOException {
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            HttpUrl url = request.getUrl();
            String query = url.queryParameter("query");
            asked.add(query == null ? url.encodedPath() : query);
            String data = answers.apply(url);
            return Character.isDigit(data.charAt(0))
                ? new MockResponse.Builder().code(Integer.parseInt(data)).build()
                : new MockResponse.Builder()
                    .body("{\"status\":\"success\",\"data\":" + data + "}")
                    .build();
          }
        });
    web.start();
  }

  /// {@return a client of it that asks nothing twice}
  public PrometheusApi api() {
    RequestLimits limits = new RequestLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1, 4);
    return PrometheusApi.of(
        ServerAddress.of(web.url("/").toString()), HttpSettings.DEFAULT, limits);
  }

  /// {@return a parameter that is a time, in epoch milliseconds}
  public static long millis(HttpUrl url, String name) {
    return Math.round(Double.parseDouble(String.valueOf(url.queryParameter(name))) * 1000);
  }

  @Override
  public void close() {
    web.close();
  }
}
