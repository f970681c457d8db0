package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerAddressTest {
  @Test
  void keepsThePathThatStandsBeforeTheApi() {
    assertThat(ServerAddress.of("https://example.org/prometheus/").url())
        .isEqualTo("https://example.org/prometheus");
    assertThat(ServerAddress.of("http://localhost:9090").url()).isEqualTo("http://localhost:9090");
    assertThat(ServerAddress.of("http://[::1]:9090/").url()).isEqualTo("http://[::1]:9090");
  }

  @Test
  void takesNameAndPasswordOutOfTheUrl() {
    ServerAddress address = ServerAddress.of("https://me:p%40ss+1@example.org/");
    assertThat(address.login()).isEqualTo(new Login.Basic("me", new Secret("p@ss+1")));
    assertThat(address + " " + address.login()).doesNotContain("p@ss").doesNotContain("p%40ss");
    assertThat(ServerAddress.of("http://me@x").login())
        .isEqualTo(new Login.Basic("me", new Secret("")));
  }

  @Test
  void saysWhatItExpectsWithoutShowingWhatItWasGiven() {
    for (String text :
        new String[] {"localhost:9090", "ftp://me:secret@x", "http://me:sec ret@x"}) {
      assertThatThrownBy(() -> ServerAddress.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected ")
          .hasMessageNotContaining("sec");
    }
    assertThatThrownBy(() -> ServerAddress.of("http://x/graph?g0.expr=up"))
        .hasMessage("expected a URL without a query: the API's own is added");
  }
}
