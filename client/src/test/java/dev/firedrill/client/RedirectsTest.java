package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  private final ApiServer first = new ApiServer();
  private final ApiServer second = new ApiServer();

  RedirectsTest() throws IOException {}

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private static HttpSettings settings(boolean follow) {
    return new HttpSettings(
            new Login.Basic("me", new Secret("pw")),
            Map.of(),
            TlsSettings.DEFAULT,
            ProxySettings.NONE,
            follow)
        .withHeader("X-Key", "s3cret");
  }

  // The servers have one address, and two names.
  private void redirect(int status, String host, String path) {
    String target = second.web.url(path).newBuilder().host(host).build().toString();
    first.web.enqueue(
        new MockResponse.Builder().code(status).addHeader("Location", target).build());
  }

  private static String text(HttpTransport.Answer answer) throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String read(boolean follow) {
    return first
        .transport(settings(follow))
        .send(
            new ApiRequest("/api/v1/read", List.of(), false, ByteString.of(new byte[] {1, 2})),
            RedirectsTest::text);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void keepsMethodAndBodyWhereTheServerSaysSo(int status) throws Exception {
    redirect(status, "localhost", "/other/api/v1/read");
    second.raw("fine");
    assertThat(read(true)).isEqualTo("fine");
    RecordedRequest request = second.web.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/other/api/v1/read");
    assertThat(Objects.requireNonNull(request.getBody()).toByteArray()).containsExactly(1, 2);
    assertThat(request.getHeaders().get("Authorization"))
        .as("the host is the same")
        .isEqualTo("Basic bWU6cHc=");
    assertThat(request.getHeaders().values("X-Key")).containsExactly("s3cret");
  }

  @Test
  void sendsNoSecretsToAnotherHost() throws Exception {
    redirect(307, "127.0.0.1", "/other/api/v1/read");
    second.refuse(401, "Unauthorized");
    assertThatThrownBy(() -> read(true))
        .hasMessage(
            first.url()
                + ": HTTP 401: Unauthorized (it redirects to http://127.0.0.1:"
                + second.web.getPort()
                + "/other: give that URL)");
    RecordedRequest request = second.web.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getHeaders().get("X-Key")).isNull();
    assertThat(request.getHeaders().get("Content-Encoding")).isEqualTo("snappy");
  }

  @Test
  void saysWhereARedirectedRemoteReadShouldGo() {
    redirect(302, "localhost", "/api/v1/read?token=s3cret");
    second.refuse(405, "Method Not Allowed");
    assertThatThrownBy(() -> read(true))
        .hasMessage(
            first.url()
                + ": HTTP 405: Method Not Allowed (it redirects to http://localhost:"
                + second.web.getPort()
                + ": give that URL)");
  }

  @Test
  void asksAgainWithoutTheFormThatARedirectDrops() throws Exception {
    redirect(302, "localhost", "/api/v1/query");
    second.refuse(400, "no query");
    first.raw("fine");
    ApiRequest request = ApiRequest.query("/api/v1/query").with("query", "a".repeat(3000));
    assertThat(first.transport(settings(true)).send(request, RedirectsTest::text))
        .isEqualTo("fine");
    assertThat(first.asked()).startsWith("POST ");
    assertThat(first.asked()).startsWith("GET /prefix/api/v1/query?query=aaa");
  }

  @Test
  void saysOfAPageBehindARedirectWhereItIs() {
    redirect(302, "localhost", "/login");
    second.raw("<html>");
    PrometheusApi api = new PrometheusApi(first.transport(settings(true)));
    assertThatThrownBy(api::runtimeInfo)
        .hasMessageEndingWith(
            " (it redirects to http://localhost:"
                + second.web.getPort()
                + "/login: give that URL)");
  }

  @Test
  void saysWhereItWouldGoIfItMight() {
    redirect(302, "localhost", "/api/v1/read");
    assertThatThrownBy(() -> read(false))
        .hasMessage(
            first.url()
                + ": HTTP 302: Redirection (it redirects to http://localhost:"
                + second.web.getPort()
                + ")");
  }

  private String askBetween(MockWebServer from, MockWebServer to) throws IOException {
    from.start();
    to.start();
    String target = to.url("/prefix/api/v1/query").newBuilder().host("localhost").toString();
    from.enqueue(new MockResponse.Builder().code(307).addHeader("Location", target).build());
    to.enqueue(new MockResponse.Builder().body("fine").build());
    HttpSettings settings = settings(true);
    TlsSettings trusting = new TlsSettings(CERTIFICATE.certificatePem(), null, null, null, false);
    return new HttpTransport(
            ServerAddress.of(from.url("/prefix").newBuilder().host("localhost").toString()),
            new HttpSettings(
                settings.login(), settings.headers(), trusting, settings.proxy(), true),
            ApiServer.LIMITS,
            ApiServer.unhurried())
        .send(ApiRequest.query("/api/v1/query"), RedirectsTest::text);
  }

  private static MockWebServer secure() {
    MockWebServer web = new MockWebServer();
    web.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory());
    return web;
  }

  @Test
  void sendsNoSecretsWhereItLeavesHttps() throws Exception {
    try (MockWebServer from = secure();
        MockWebServer to = new MockWebServer()) {
      assertThat(askBetween(from, to)).isEqualTo("fine");
      assertThat(from.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
      RecordedRequest open = to.takeRequest();
      assertThat(open.getHeaders().get("Authorization")).isNull();
      assertThat(open.getHeaders().get("X-Key")).isNull();
    }
  }

  @Test
  void logsInWhereAServerSendsToItsHttps() throws Exception {
    try (MockWebServer from = new MockWebServer();
        MockWebServer to = secure()) {
      assertThat(askBetween(from, to)).isEqualTo("fine");
      RecordedRequest secured = to.takeRequest();
      assertThat(secured.getHeaders().get("Authorization")).isEqualTo("Basic bWU6cHc=");
      assertThat(secured.getHeaders().get("X-Key")).isEqualTo("s3cret");
    }
  }

  @Test
  void saysThatAServerRedirectsWithoutAnEnd() {
    String itself = first.web.url("/prefix/api/v1/read").toString();
    for (int i = 0; i < 30; i++) {
      first.web.enqueue(new MockResponse.Builder().code(307).addHeader("Location", itself).build());
    }
    assertThatThrownBy(() -> read(true))
        .hasMessage(first.url() + ": it redirects without an end (is the URL right?)");
    assertThat(first.web.getRequestCount()).as("asked once").isLessThan(30);
  }
}
