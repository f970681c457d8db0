package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyRoutesTest {
  private final ApiServer proxy;

  ProxyRoutesTest() throws Exception {
    proxy = new ApiServer();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  private String get(String server, ProxySettings settings) {
    HttpSettings http =
        new HttpSettings(new Login.None(), Map.of(), TlsSettings.DEFAULT, settings, true);
    HttpTransport transport =
        new HttpTransport(ServerAddress.of(server), http, ApiServer.LIMITS, ApiServer.unhurried());
    return transport.send(
        ApiRequest.get("/api/v1/x"),
        answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
  }

  private String proxyUrl(String login) {
    return "http://" + login + "localhost:" + proxy.web.getPort();
  }

  @Test
  void passesRequestsOnWithWhoAsks() throws Exception {
    proxy.raw("fine");
    assertThat(get("http://prom.example.com:9090", ProxySettings.of(proxyUrl("me:pw@"), "")))
        .isEqualTo("fine");
    RecordedRequest request = proxy.web.takeRequest();
    assertThat(request.getRequestLine())
        .isEqualTo("GET http://prom.example.com:9090/api/v1/x HTTP/1.1");
    assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
  }

  @Test
  void opensConnectionsForHttpsWithHeadersOfItsOwn() throws Exception {
    proxy.web.enqueue(new MockResponse.Builder().code(403).build());
    proxy.web.enqueue(new MockResponse.Builder().code(403).build());
    proxy.web.enqueue(new MockResponse.Builder().code(403).build());
    ProxySettings settings =
        ProxySettings.of(proxyUrl("me:pw@"), "")
            .withConnectHeaders(Map.of("X-Team", List.of(new Secret("a"), new Secret("b"))));
    assertThatThrownBy(() -> get("https://prom.example.com", settings))
        .isInstanceOf(ClientException.class);
    RecordedRequest request = proxy.web.takeRequest();
    assertThat(request.getRequestLine()).startsWith("CONNECT prom.example.com:443 ");
    assertThat(request.getHeaders().values("X-Team")).containsExactly("a", "b");
    assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
  }

  @Test
  void asksExceptionsDirectly() throws Exception {
    try (ApiServer server = new ApiServer()) {
      server.raw("direct");
      ProxySettings settings = ProxySettings.of(proxyUrl(""), "elsewhere");
      assertThat(get(server.url(), settings)).isEqualTo("direct");
      assertThat(proxy.web.getRequestCount()).isZero();
    }
  }
}
