package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.ServerAddress;
import dev.firedrill.client.WebPages;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.settings.CheckSetting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// Rules given as text, a server that answers what it is told to, and what one online check finds.
///
/// The server knows expressions and paths by their text; of expressions it does not know there are
/// no series.
public final class OnlineCase implements AutoCloseable {
  /// The time for which the server is asked.
  public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static final RequestLimits LIMITS =
      new RequestLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1, 4);
  private static final String NOTHING = "{\"resultType\":\"vector\",\"result\":[]}";

  private final Check check;
  private final MockWebServer web = new MockWebServer();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, Integer> pages = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private Server server = Server.UNKNOWN;

  /// Cases for a check with its own defaults.
  public OnlineCase(String id) throws IOException {
    check = Checks.find(id).orElseThrow();
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    web.start();
  }

  private MockResponse answer(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    Integer page = pages.get(request.getMethod() + " " + url.encodedPath());
    if (page != null) {
      return new MockResponse.Builder().code(page).build();
    }
    String query = url.queryParameter("query");
    String match = url.queryParameter("match[]");
    String question =
        query != null ? query : url.encodedPath() + (match == null ? "" : "?" + match);
    asked.computeIfAbsent(question, _ -> new AtomicInteger()).incrementAndGet();
    String data = answers.get(question);
    if (data == null && query == null) {
      return new MockResponse.Builder().code(404).body("404 page not found").build();
    }
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body("{\"status\":\"success\",\"data\":" + (data == null ? NOTHING : data) + "}")
        .build();
  }

  /// {@return this, with an answer to an expression, or to a path and its `match[]`}
  public OnlineCase answer(String question, String data) {
    answers.put(question, data);
    return this;
  }

  /// {@return this, where an expression gives a value}
  public OnlineCase value(String expr, String value) {
    return answer(
        expr,
        "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"" + value + "\"]}]}");
  }

  /// {@return this, where a page answers}
  /// @param request method and path
  public OnlineCase page(String request, int status) {
    pages.put(request, status);
    return this;
  }

  /// {@return this, with a parameter set}
  public OnlineCase with(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /// {@return this, where a prometheus.yml is known too}
  public OnlineCase on(Server other) {
    server = other;
    return this;
  }

  /// {@return how often a question was asked}
  public int timesAsked(String question) {
    AtomicInteger times = asked.get(question);
    return times == null ? 0 : times.get();
  }

  /// {@return a URL of the server}
  public String url(String path) {
    return web.url(path).toString();
  }

  /// {@return what is found, each as `line:column severity: message`, and its help}
  public List<String> findings(String rules) {
    OnlineLinter.Outcome outcome = outcome(rules);
    assertThat(outcome.away()).as("why the server is away").isNull();
    assertThat(outcome.reason()).as("why there was no answer").isNull();
    return outcome.findings().stream().map(OnlineCase::line).toList();
  }

  /// {@return what comes of asking}
  public OnlineLinter.Outcome outcome(String rules) {
    return outcome(rules, new Online(api(), null, new WebPages(LIMITS), NOW));
  }

  /// {@return what comes of asking someone}
  public OnlineLinter.Outcome outcome(String rules, Online online) {
    RuleReading reading =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT);
    assertThat(reading.problems()).as("problems of the rules themselves").isEmpty();
    RuleFile file = Objects.requireNonNull(reading.file());
    String id = check.info().id();
    CheckSettings settings =
        new CheckSettings(
            Set.of(id), Set.of(), false, Map.of(id, new CheckSetting(null, parameters)));
    MetricTypes types =
        answers.containsKey("/api/v1/metadata")
            ? new DeclaredTypes(api().metadata())
            : MetricTypes.UNKNOWN;
    return new OnlineLinter(List.of(check), ScopedSettings.of(settings), online)
        .lint(new RuleSet(List.of(file), server, types));
  }

  private PrometheusApi api() {
    return PrometheusApi.of(ServerAddress.of(url("/")), HttpSettings.DEFAULT, LIMITS);
  }

  private static String line(Diagnostic diagnostic) {
    String help = diagnostic.help();
    return diagnostic.location().start().line()
        + ":"
        + diagnostic.location().start().column()
        + " "
        + diagnostic.severity().word()
        + ": "
        + diagnostic.message()
        + (help == null ? "" : " | " + help);
  }

  @Override
  public void close() {
    web.close();
  }
}
