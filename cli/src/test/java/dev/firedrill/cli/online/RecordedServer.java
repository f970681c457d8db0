package dev.firedrill.cli.online;

import dev.firedrill.cli.report.QueryJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// A server with Prometheus's API over the series of a file: `server.om`, as if the last of them
/// had just been scraped. Its configuration is `prometheus.yml`; it keeps samples for 15 days, and
/// has a page `/runbooks/worker-down`.
final class RecordedServer implements AutoCloseable {
  private final MockWebServer web = new MockWebServer();
  private final String hostname;
  private final SeriesStore store;
  private final String types;
  private final String configuration;
  private volatile String remark = "";

  RecordedServer(Path folder) throws IOException {
    this(folder, "");
  }

  /// @param hostname that it gives in a header, as VictoriaMetrics does; empty for none
  RecordedServer(Path folder, String hostname) throws IOException {
    this(folder, hostname, stored(folder));
  }

  /// @param stored the series, in place of those of the file
  RecordedServer(Path folder, SeriesStore stored) throws IOException {
    this(folder, "", stored);
  }

  private RecordedServer(Path folder, String hostname, SeriesStore stored) throws IOException {
    this.hostname = hostname;
    store = recent(stored);
    types = metadata(folder.resolve("server.om"));
    Path prometheus = folder.resolve("prometheus.yml");
    configuration = Files.exists(prometheus) ? Files.readString(prometheus) : "";
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    web.start();
  }

  /// Has it say something beside what it tells of labels and series.
  void remark(String text) {
    remark = text;
  }

  String url() {
    return "http://127.0.0.1:" + web.getPort();
  }

  @Override
  public void close() {
    web.close();
  }

  private static SeriesStore stored(Path folder) throws IOException {
    return Objects.requireNonNull(TextRecording.read(folder.resolve("server.om")).value());
  }

  private static SeriesStore recent(SeriesStore stored) {
    long now = System.currentTimeMillis();
    long later = now - stored.extent().map(TimeRange::last).orElse(now);
    SeriesStore moved = new SeriesStore();
    for (Series series : stored.all()) {
      moved.add(new Series(series.labels(), series.samples().movedBy(later)));
    }
    return moved;
  }

  private static String metadata(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .map(words -> "\"" + words[2] + "\":[{\"type\":\"" + words[3] + "\"}]")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private MockResponse answer(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String path = url.encodedPath();
    if (path.startsWith("/runbooks/")) {
      return new MockResponse.Builder().code(path.endsWith("/worker-down") ? 200 : 404).build();
    }
    MockResponse.Builder response = new MockResponse.Builder();
    if (!hostname.isEmpty()) {
      response.addHeader("X-Server-Hostname", hostname);
    }
    String said = remark.isEmpty() ? "" : ",\"warnings\":[" + Json.quote(remark) + "]";
    return response
        .addHeader("Content-Type", "application/json")
        .body(
            switch (path) {
              case "/api/v1/query" -> query(url);
              case "/api/v1/query_range" -> range(url);
              default -> "{\"status\":\"success\",\"data\":" + data(path, url) + said + "}";
            })
        .build();
  }

  private String data(String path, HttpUrl url) {
    return switch (path) {
      case "/api/v1/metadata" -> types;
      case "/api/v1/status/config" -> "{\"yaml\":" + Json.quote(configuration) + "}";
      case "/api/v1/status/runtimeinfo" -> "{\"storageRetention\":\"15d\"}";
      case "/api/v1/status/buildinfo" -> "{\"version\":\"3.14.0\"}";
      case "/api/v1/series" ->
          selected(url).map(RecordedServer::object).collect(Collectors.joining(",", "[", "]"));
      case "/api/v1/labels" ->
          list(selected(url).flatMap(labels -> labels.names().stream()).collect(sorted()));
      default -> {
        String label = path.substring("/api/v1/label/".length(), path.lastIndexOf('/'));
        yield list(selected(url).map(each -> each.get(label)).collect(sorted()));
      }
    };
  }

  private static String object(Labels labels) {
    return labels.names().stream()
        .map(name -> Json.quote(name) + ":" + Json.quote(labels.get(name)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static java.util.stream.Collector<String, ?, Set<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static String list(Set<String> values) {
    return values.stream()
        .filter(value -> !value.isEmpty())
        .map(Json::quote)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private java.util.stream.Stream<Labels> selected(HttpUrl url) {
    String match = url.queryParameter("match[]");
    List<Series> series =
        match == null
            ? store.all()
            : store.select(((InstantSelector) parsed(match)).matchers(), TimeRange.ALL);
    return series.stream().map(Series::labels);
  }

  private static Expr parsed(String expr) {
    return ((Parsed) Promql.parse(expr)).expr();
  }

  private static long millis(HttpUrl url, String name) {
    return Math.round(Double.parseDouble(Objects.requireNonNull(url.queryParameter(name))) * 1000);
  }

  private String query(HttpUrl url) {
    String text = Objects.requireNonNull(url.queryParameter("query"));
    long time = millis(url, "time");
    Expr expr = parsed(text);
    String answer =
        json(new QueryJson(text, new Engine(EngineOptions.DEFAULT).instant(expr, store, time)));
    if (url.queryParameter("stats") == null) {
      return answer;
    }
    String stats =
        ",\"stats\":{\"timings\":{\"execTotalTime\":0.01},\"samples\":{\"totalQueryableSamples\":"
            + read(expr, store, time)
            + "}}";
    int end = answer.lastIndexOf("]}") + 1;
    return answer.substring(0, end) + stats + answer.substring(end);
  }

  private static long read(Expr expr, SeriesSource source, long time) {
    long samples = 0;
    for (Expr part : ExprWalk.all(expr)) {
      if (part instanceof RangeSelector range
          && range.range() instanceof DurationExpr.Literal length) {
        TimeRange times = new TimeRange(time - length.millis() + 1, time);
        for (Series series : source.select(range.series().matchers(), times)) {
          samples += series.samples().size();
        }
      }
    }
    return samples;
  }

  private String range(HttpUrl url) {
    String text = Objects.requireNonNull(url.queryParameter("query"));
    TimeGrid grid =
        TimeGrid.covering(millis(url, "start"), millis(url, "end"), millis(url, "step"));
    return json(
        new QueryJson(text, new Engine(EngineOptions.DEFAULT).range(parsed(text), store, grid)));
  }

  private static String json(QueryJson report) {
    StringBuilder out = new StringBuilder();
    try {
      report.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
