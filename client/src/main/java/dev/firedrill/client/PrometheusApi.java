package dev.firedrill.client;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okio.ByteString;

/// The HTTP API of Prometheus, which Thanos, Mimir, VictoriaMetrics and others have too.
///
/// What is small and asked for often is asked once. All methods may be called by many threads, and
/// throw [ClientException] when the server does not give what it is asked for.
public final class PrometheusApi {
  private static final int MOST_WARNINGS = 10;

  private final HttpTransport http;
  private final AnswerCache cache = new AnswerCache();
  private final Set<String> warnings = ConcurrentHashMap.newKeySet();

  PrometheusApi(HttpTransport http) {
    this.http = http;
  }

  /// {@return the API of a server, which is not asked for anything yet}
  /// @throws IllegalArgumentException if the settings are of no use; the message says why
  public static PrometheusApi of(
      ServerAddress address, HttpSettings settings, RequestLimits limits) {
    return new PrometheusApi(new HttpTransport(address, settings, limits, Backoff.real()));
  }

  /// {@return the server}
  public ServerAddress address() {
    return http.address();
  }

  /// {@return what tells the server and who asks it from others, secrets among it: not to be shown}
  public String identity() {
    return http.identity();
  }

  /// {@return what the server said beside its answers so far, each once: that some of the data are
  ///     missing, for example; of many, how many more there are}
  public List<String> warnings() {
    List<String> sorted = warnings.stream().sorted().toList();
    if (sorted.size() <= MOST_WARNINGS) {
      return sorted;
    }
    List<String> some = new ArrayList<>(sorted.subList(0, MOST_WARNINGS));
    some.add("and " + (sorted.size() - MOST_WARNINGS) + " more such warnings");
    return some;
  }

  /// Evaluates an expression at a time. The samples of a range selector are those that are stored,
  /// without staleness markers.
  ///
  /// @param time epoch milliseconds
  /// @param sinks makes what takes the result; called again where an answer broke off
  public <S extends SeriesSink> S query(String expr, long time, Supplier<S> sinks) {
    return series(
        ApiRequest.query("/api/v1/query").with("query", expr).withTime("time", time), sinks);
  }

  /// Evaluates an expression at steps, both ends included.
  ///
  /// @param start epoch milliseconds
  /// @param end epoch milliseconds
  /// @param step milliseconds; servers refuse more than 11,000
  /// @param sinks makes what takes the result; called again where an answer broke off
  public <S extends SeriesSink> S queryRange(
      String expr, long start, long end, long step, Supplier<S> sinks) {
    return series(
        ApiRequest.query("/api/v1/query_range")
            .with("query", expr)
            .withTime("start", start)
            .withTime("end", end)
            .with("step", ApiRequest.seconds(step)),
        sinks);
  }

  private <S extends SeriesSink> S series(ApiRequest request, Supplier<S> sinks) {
    return http.send(
        request,
        answer -> {
          List<String> said = new ArrayList<>();
          S sink =
              JsonEnvelope.read(
                  answer,
                  json -> {
                    S taking = sinks.get();
                    SeriesReader.read(json, taking);
                    return taking;
                  },
                  said::add,
                  said::add);
          for (String text : said) {
            if (isRemark(text)) {
              sink.remark(text);
            } else {
              warnings.add(text);
            }
          }
          return sink;
        });
  }

  // Of the query, not of the data; of many, the server leaves some out and says so.
  private static boolean isRemark(String text) {
    return text.startsWith("PromQL ") || text.endsWith(" annotations omitted");
  }

  /// {@return what it costs the server to evaluate an expression at a time; asked once}
  /// @param time epoch milliseconds
  public QueryStats stats(String expr, long time) {
    ApiRequest request =
        ApiRequest.query("/api/v1/query")
            .with("query", expr)
            .withTime("time", time)
            .with("stats", "all");
    return once(request, QueryStats.class, StatusReader::stats);
  }

  /// {@return the values of the series that an expression gives at a time; asked once}
  /// @param time epoch milliseconds
  public VectorResult vector(String expr, long time) {
    ApiRequest request =
        ApiRequest.query("/api/v1/query").with("query", expr).withTime("time", time);
    return once(
        request,
        VectorResult.class,
        json -> {
          VectorResult.Collector collector = new VectorResult.Collector();
          SeriesReader.read(json, collector);
          return collector.result();
        });
  }

  /// {@return the label sets of the series that any of the selectors matches}
  /// @param start epoch milliseconds
  /// @param end epoch milliseconds
  public List<Labels> series(List<String> selectors, long start, long end) {
    ApiRequest request =
        ApiRequest.query("/api/v1/series")
            .withAll("match[]", selectors)
            .withTime("start", start)
            .withTime("end", end);
    return read(request, json -> JsonLabels.list(json, JsonLabels::read));
  }

  /// {@return the names of labels, sorted; asked once}
  /// @param selectors of the series whose labels are meant; none for all
  public List<String> labelNames(List<String> selectors, long start, long end) {
    return names(
        ApiRequest.query("/api/v1/labels")
            .withAll("match[]", selectors)
            .withTime("start", start)
            .withTime("end", end));
  }

  /// {@return the values of a label, sorted; asked once}
  /// @param selectors of the series whose labels are meant; none for all
  public List<String> labelValues(String label, List<String> selectors, long start, long end) {
    return names(
        ApiRequest.get("/api/v1/label/" + PathSegment.of(label) + "/values")
            .withAll("match[]", selectors)
            .withTime("start", start)
            .withTime("end", end));
  }

  /// {@return the values of a label at any time, sorted; asked once}
  public List<String> labelValues(String label) {
    return names(ApiRequest.get("/api/v1/label/" + PathSegment.of(label) + "/values"));
  }

  private List<String> names(ApiRequest request) {
    return once(request, NameList.class, json -> new NameList(JsonLabels.list(json))).names();
  }

  private record NameList(List<String> names) {}

  /// {@return what targets say about metrics, by metric; asked once}
  public Map<String, List<MetricMetadata>> metadata() {
    return once(
            ApiRequest.get("/api/v1/metadata"),
            Metadata.class,
            json -> new Metadata(StatusReader.metadata(json)))
        .byMetric();
  }

  private record Metadata(Map<String, List<MetricMetadata>> byMetric) {}

  /// {@return the configuration that the server has loaded, as YAML without secrets; asked once}
  public String configuration() {
    return once(ApiRequest.get("/api/v1/status/config"), String.class, StatusReader::configuration);
  }

  /// {@return what the server says of itself; asked once}
  public RuntimeInfo runtimeInfo() {
    return once(
        ApiRequest.get("/api/v1/status/runtimeinfo"), RuntimeInfo.class, StatusReader::runtime);
  }

  /// {@return which program the server is; asked once}
  public BuildInfo buildInfo() {
    return once(ApiRequest.get("/api/v1/status/buildinfo"), BuildInfo.class, StatusReader::build);
  }

  /// {@return whether the server is VictoriaMetrics, which does not say so but for its headers}
  public boolean isVictoriaMetrics() {
    return http.send(
        ApiRequest.get("/api/v1/status/buildinfo"), answer -> !answer.hostname().isEmpty());
  }

  /// {@return what is in the server's memory; asked once}
  public TsdbStatus tsdb() {
    return once(ApiRequest.get("/api/v1/status/tsdb"), TsdbStatus.class, StatusReader::tsdb);
  }

  /// {@return the rules that the server has loaded}
  public List<ServerRule> rules() {
    return read(ApiRequest.get("/api/v1/rules"), RulesReader::rules);
  }

  /// {@return the alerts that are pending or firing}
  public List<ServerAlert> alerts() {
    return read(ApiRequest.get("/api/v1/alerts"), RulesReader::alerts);
  }

  /// {@return what is found out by asking the server, which is done once}
  ///
  /// @param question tells it from others
  /// @param type of the answer
  /// @param ask asks the server, as often as is needed
  public <T> T once(String question, Class<T> type, Supplier<? extends T> ask) {
    return cache.get(question, type, ask);
  }

  private <T> T once(ApiRequest request, Class<T> type, JsonEnvelope.Data<T> data) {
    return cache.get(request.key(), type, () -> read(request, data));
  }

  private <T> T read(ApiRequest request, JsonEnvelope.Data<T> data) {
    return http.send(request, answer -> JsonEnvelope.read(answer, data, warnings::add, _ -> {}));
  }

  /// Asks by remote read, which is no JSON.
  ///
  /// @param body as it is sent
  /// @param reader takes the answer while it comes
  public <T> T remoteRead(byte[] body, RemoteReader<T> reader) {
    ApiRequest request = new ApiRequest("/api/v1/read", List.of(), false, ByteString.of(body));
    return http.send(request, answer -> reader.read(answer.contentType(), answer.body()));
  }
}
