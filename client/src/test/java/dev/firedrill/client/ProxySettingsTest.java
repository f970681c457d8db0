package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxySettingsTest {
  private static String proxy(ProxySettings settings, String server) {
    return String.valueOf(settings.of(URI.create(server)));
  }

  @Test
  void useOneProxyForAllButTheExceptions() {
    ProxySettings all = ProxySettings.of("http://proxy:3128", "");
    assertThat(proxy(all, "https://example.com")).isEqualTo("http://proxy:3128");
    assertThat(proxy(all, "http://localhost:9090")).isEqualTo("http://proxy:3128");
    ProxySettings some = ProxySettings.of("http://proxy:3128", "example.com");
    assertThat(proxy(some, "https://example.com")).isEqualTo("null");
    assertThat(proxy(some, "http://localhost:9090")).isEqualTo("null");
  }

  @Test
  void readTheEnvironmentAsGoDoes() {
    ProxySettings settings =
        ProxySettings.ofEnvironment(
            Map.of(
                "HTTP_PROXY", "plain:1",
                "http_proxy", "http://other",
                "https_proxy", "http://secure:2",
                "no_proxy", "corp"));
    assertThat(proxy(settings, "http://x")).isEqualTo("http://plain:1");
    assertThat(proxy(settings, "https://x")).isEqualTo("http://secure:2");
    assertThat(proxy(settings, "https://x.corp")).isEqualTo("null");
    assertThat(proxy(ProxySettings.ofEnvironment(Map.of()), "http://x")).isEqualTo("null");
  }

  @Test
  void refuseWhatIsNoProxyWithoutShowingIt() {
    for (String url : new String[] {"s3cret", "ftp://s3cret", "https://s3cret:1", "http://a b"}) {
      assertThatThrownBy(() -> ProxySettings.of(url, "").check())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("proxy_url: ")
          .hasMessageNotContaining("s3cret");
    }
  }
}
