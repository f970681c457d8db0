package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OauthTokensTest {
  private final ApiServer server;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  OauthTokensTest() throws Exception {
    server = new ApiServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Login.Oauth login(Map<String, String> parameters) {
    return new Login.Oauth(
        "me & co",
        new Secret("s3cret"),
        server.url() + "/token",
        List.of("read", "list"),
        parameters,
        TlsSettings.DEFAULT,
        ProxySettings.NONE);
  }

  private OauthTokens tokens(Map<String, String> parameters) {
    return new OauthTokens(login(parameters), ApiServer.LIMITS, now::get);
  }

  private RecordedRequest asked() throws InterruptedException {
    RecordedRequest request = server.web.takeRequest();
    assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /prefix/token");
    return request;
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  @Test
  void asksOnceForRequestsToOneServer() throws Exception {
    server.raw("{\"access_token\":\"t1\",\"token_type\":\"bearer\"}").raw("fine").raw("fine");
    HttpTransport transport =
        server.transport(HttpSettings.DEFAULT.withLogin(login(Map.of("audience", "metrics"))));
    transport.send(ApiRequest.get("/x"), answer -> "");
    transport.send(ApiRequest.get("/x"), answer -> "");
    RecordedRequest first = asked();
    assertThat(first.getHeaders().get("Authorization")).isEqualTo("Basic bWUrJTI2K2NvOnMzY3JldA==");
    assertThat(body(first).split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=client_credentials", "scope=read+list", "audience=metrics");
    assertThat(server.web.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
    assertThat(server.web.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
  }

  @Test
  void asksAgainShortlyBeforeATokenExpires() throws Exception {
    OauthTokens tokens = tokens(Map.of());
    server.raw("{\"access_token\":\"t1\",\"expires_in\":60}");
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    now.set(Instant.ofEpochSecond(49));
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    now.set(Instant.ofEpochSecond(50));
    server.raw("{\"access_token\":\"t2\",\"token_type\":\"MAC\",\"x\":{\"access_token\":\"no\"}}");
    assertThat(tokens.header()).isEqualTo("MAC t2");
  }

  @Test
  void tellsWhoAsksAmongTheParametersWhereTheHeaderIsNotTaken() throws Exception {
    OauthTokens tokens = tokens(Map.of("grant_type", "password"));
    server.refuse(401, "no").raw("{\"access_token\":\"t1\"}");
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    asked();
    RecordedRequest second = asked();
    assertThat(second.getHeaders().get("Authorization")).isNull();
    assertThat(body(second).split("&"))
        .contains("client_id=me+%26+co", "client_secret=s3cret", "grant_type=password");
  }

  @Test
  void readsAnswersInTheFormOfForms() throws Exception {
    server.web.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/plain; charset=utf-8")
            .body("access_token=a%2Bb&token_type=bearer")
            .build());
    assertThat(tokens(Map.of()).header()).isEqualTo("Bearer a+b");
  }

  @Test
  void saysWhyThereIsNoTokenWithoutShowingSecrets() {
    server.refuse(401, "s3cret").refuse(400, "s3cret");
    assertThatThrownBy(() -> tokens(Map.of()).header())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("/prefix/token: HTTP 400 Client Error instead of a token")
        .hasMessageNotContaining("s3cret");
    server.raw("{\"error\":\"s3cret\"}");
    assertThatThrownBy(() -> tokens(Map.of()).header())
        .hasMessageContaining("the answer has no access_token in it")
        .hasMessageNotContaining("s3cret");
    server.raw("<html>s3cret");
    assertThatThrownBy(() -> tokens(Map.of()).header())
        .hasMessageContaining("the answer is no JSON")
        .hasMessageNotContaining("s3cret");
  }
}
