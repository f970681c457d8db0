package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private final ApiServer server;
  private final HttpTransport transport;

  HttpTransportTest() throws Exception {
    server = new ApiServer();
    transport = server.transport(HttpSettings.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String text(HttpTransport.Answer answer) throws java.io.IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String get(HttpTransport from) {
    return from.send(ApiRequest.get("/api/v1/x"), HttpTransportTest::text);
  }

  @Test
  void putsTheApisPathBehindThatOfTheServer() throws Exception {
    server.raw("fine");
    String got =
        transport.send(
            ApiRequest.query("/api/v1/query")
                .with("query", "a{b=\"c d\"} + 1")
                .withTime("time", 1500),
            HttpTransportTest::text);
    assertThat(got).isEqualTo("fine");
    assertThat(server.asked())
        .isEqualTo("GET /prefix/api/v1/query?query=a%7Bb%3D%22c%20d%22%7D%20%2B%201&time=1.500");
  }

  @Test
  void sendsLongQueriesAsForms() throws Exception {
    String query = "sum(" + "a".repeat(3000) + ")";
    server.raw("fine");
    transport.send(ApiRequest.query("/api/v1/query").with("query", query), HttpTransportTest::text);
    RecordedRequest request = server.web.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/prefix/api/v1/query");
    assertThat(Objects.requireNonNull(request.getBody()).utf8())
        .isEqualTo("query=sum%28" + "a".repeat(3000) + "%29");
  }

  @Test
  void fallsBackToGetWhereFormsAreNotTaken() throws Exception {
    server.refuse(405, "Method Not Allowed").raw("fine");
    ApiRequest request = ApiRequest.query("/api/v1/query").with("query", "a".repeat(3000));
    assertThat(transport.send(request, HttpTransportTest::text)).isEqualTo("fine");
    assertThat(server.asked()).startsWith("POST ");
    assertThat(server.asked()).startsWith("GET /prefix/api/v1/query?query=aaa");
  }

  @Test
  void triesAgainWhileAServerIsStarting() throws Exception {
    server.refuse(503, "Service Unavailable").refuse(502, "").raw("fine");
    assertThat(get(transport)).isEqualTo("fine");
    assertThat(server.web.getRequestCount()).isEqualTo(3);
  }

  @Test
  void givesUpAfterSomeTries() {
    server.refuse(503, "down").refuse(503, "down").refuse(503, "still down");
    assertThatThrownBy(() -> get(transport))
        .isInstanceOf(ClientException.class)
        .hasMessage(server.url() + ": HTTP 503: still down")
        .extracting(e -> ((ClientException) e).kind())
        .isEqualTo(ClientException.Kind.UNAVAILABLE);
  }

  @Test
  void doesNotRepeatWhatWasRefusedAsSuch() {
    server.refuse(
        422,
        "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"found duplicate series\"}");
    assertThatThrownBy(() -> get(transport))
        .hasMessage(server.url() + ": found duplicate series")
        .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.isServerAway()).isFalse());
    assertThat(server.web.getRequestCount()).isEqualTo(1);
  }

  @Test
  void doesNotRepeatAQueryThatTookTooLong() {
    server.refuse(
        503, "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}");
    assertThatThrownBy(() -> get(transport)).hasMessageContaining("query timed out");
    assertThat(server.web.getRequestCount()).isEqualTo(1);
  }

  @Test
  void saysHowToLogIn() {
    server.refuse(401, "Unauthorized");
    assertThatThrownBy(() -> get(transport))
        .hasMessage(
            server.url()
                + ": HTTP 401: Unauthorized (log in with --http-config FILE, or a name and"
                + " password in the URL)")
        .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.isServerAway()).isTrue());
  }

  @Test
  void asksWhetherThePathIsRight() {
    server.refuse(404, "404 page not found");
    assertThatThrownBy(() -> get(transport))
        .hasMessage(
            server.url() + ": HTTP 404: 404 page not found (is the path of the URL right?)");
  }

  @Test
  void saysThatNothingAnswers() {
    server.close();
    assertThatThrownBy(() -> get(transport))
        .hasMessage(server.url() + ": nothing answers there (is the server running?)");
  }

  @Test
  void sendsLoginAndHeadersOfTheSettings() throws Exception {
    HttpSettings settings =
        new HttpSettings(
                new Login.Token("Bearer", new Secret("t0ken")),
                Map.of("X-Team", List.of(new Secret("a"), new Secret("b"))),
                TlsSettings.DEFAULT,
                ProxySettings.NONE,
                true)
            .withHeader("X-Scope-OrgID", "tenant");
    server.raw("fine");
    get(server.transport(settings));
    RecordedRequest request = server.web.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
    assertThat(request.getHeaders().values("X-Team")).containsExactly("a", "b");
    assertThat(request.getHeaders().get("X-Scope-OrgID")).isEqualTo("tenant");
    assertThat(settings.toString()).doesNotContain("t0ken").doesNotContain("tenant");
  }

  @Test
  void refusesValuesThatNoHeaderMayHaveWithoutShowingThem() {
    for (HttpSettings settings :
        List.of(
            HttpSettings.DEFAULT.withHeader("X-Key", "s3cret\ns3cret"),
            HttpSettings.DEFAULT.withLogin(new Login.Token("Bearer", new Secret("s3crét"))))) {
      assertThatThrownBy(() -> server.transport(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a character that no header may have")
          .hasMessageNotContaining("s3cr");
    }
  }

  @Test
  void hidesALoginThatTheServerSaysAgain() {
    server.refuse(403, "not for Bearer t0ken");
    HttpTransport own =
        server.transport(
            HttpSettings.DEFAULT.withLogin(new Login.Token("Bearer", new Secret("t0ken"))));
    assertThatThrownBy(() -> get(own))
        .hasMessageContaining("not for Bearer <secret>")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void saysWhetherALoginWasRefusedOrIsMissing() {
    HttpTransport own =
        server.transport(
            HttpSettings.DEFAULT.withLogin(new Login.Basic("me", new Secret("hunter2"))));
    server.refuse(401, "Unauthorized").refuse(403, "no").refuse(403, "no");
    assertThatThrownBy(() -> get(own))
        .hasMessageEndingWith(
            "(the login that was sent was refused: is it right for this server?)");
    assertThatThrownBy(() -> get(own)).hasMessageContaining("does not allow this to it");
    assertThatThrownBy(() -> get(transport)).hasMessageContaining("without a login, or not at all");
  }

  @Test
  void hidesPasswordsAndHeadersThatAServerShows() {
    HttpTransport own =
        server.transport(
            HttpSettings.DEFAULT
                .withLogin(new Login.Basic("me", new Secret("no")))
                .withHeader("X-Api-Key", "k/ey 12345")
                .withHeader("X-Scope-OrgID", "tenant"));
    String said = "Basic bWU6bm8= is no login: me:no, k/ey 12345, k%2Fey+12345, knows not tenant";
    String shown =
        "Basic <secret> is <secret> login: me:<secret>, <secret>, <secret>, knows not tenant";
    server
        .refuse(400, said)
        .refuse(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"" + said + "\"}")
        .refuse(400, "x".repeat(295) + " k/ey 12345")
        .raw("{\"status\":\"error\",\"error\":\"" + said + "\"}")
        .raw("{\"status\":\"success\",\"data\":[],\"warnings\":[\"" + said + "\"]}");
    assertThatThrownBy(() -> get(own)).hasMessageContaining(shown);
    assertThatThrownBy(() -> get(own)).hasMessageContaining(shown);
    assertThatThrownBy(() -> get(own))
        .hasMessageContaining("x <sec")
        .hasMessageNotContaining("k/e");
    PrometheusApi api = new PrometheusApi(own);
    assertThatThrownBy(() -> api.labelValues("a")).hasMessageContaining(shown);
    assertThat(api.labelValues("b")).isEmpty();
    assertThat(api.warnings()).containsExactly(shown);
  }

  @Test
  void saysThatAPackedAnswerEndsInTheMiddle() {
    for (int i = 0; i < ApiServer.LIMITS.attempts(); i++) {
      server.web.enqueue(
          new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body("no").build());
    }
    assertThatThrownBy(() -> get(transport))
        .hasMessage(server.url() + ": the answer ends in the middle");
  }

  @Test
  void isAnotherForEachWhoAsks() {
    HttpSettings one = HttpSettings.DEFAULT;
    List<HttpSettings> all =
        List.of(
            one,
            one.withHeader("X-Scope-OrgID", "a"),
            one.withHeader("X-Scope-OrgID", "b"),
            one.withLogin(new Login.Basic("me", new Secret("a"))),
            one.withLogin(new Login.Token("Bearer", new Secret("a"))));
    assertThat(all.stream().map(each -> server.transport(each).identity())).doesNotHaveDuplicates();
    assertThat(server.transport(all.get(1)).identity())
        .isEqualTo(server.transport(all.get(1)).identity());
  }

  @Test
  void sendsNameAndPasswordOfTheUrl() throws Exception {
    server.raw("fine");
    String url = server.web.url("/").toString().replace("http://", "http://me:pw@");
    HttpTransport own =
        new HttpTransport(
            ServerAddress.of(url), HttpSettings.DEFAULT, ApiServer.LIMITS, ApiServer.unhurried());
    get(own);
    assertThat(server.web.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Basic bWU6cHc=");
  }

  @Test
  void asksNoMoreAtATimeThanAllowed() throws Exception {
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch four = new CountDownLatch(4);
    server.web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            four.countDown();
            four.await();
            under.decrementAndGet();
            return new MockResponse.Builder().body("fine").build();
          }
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        threads.execute(() -> assertThat(get(transport)).isEqualTo("fine"));
      }
    }
    assertThat(server.web.getRequestCount()).isEqualTo(12);
    assertThat(most.get()).isEqualTo(4);
  }
}
