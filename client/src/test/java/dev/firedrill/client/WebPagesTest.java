package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebPagesTest {
  private final ApiServer server;
  private final WebPages pages = new WebPages(ApiServer.LIMITS);

  WebPagesTest() throws Exception {
    server = new ApiServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WebPages.Look look(String path) {
    return pages.look(server.web.url(path).toString());
  }

  @Test
  void looksOnceAtEachPage() throws Exception {
    server.raw("");
    assertThat(look("/a#one").there()).isTrue();
    assertThat(look("/a#two").there()).isTrue();
    assertThat(server.asked()).isEqualTo("HEAD /a");
    assertThat(server.web.getRequestCount()).isEqualTo(1);
  }

  @Test
  void asksByGetWhatIsRefusedByHead() throws Exception {
    server.refuse(405, "").raw("page");
    assertThat(look("/a").there()).isTrue();
    assertThat(server.asked()).isEqualTo("HEAD /a");
    assertThat(server.asked()).isEqualTo("GET /a");
  }

  @Test
  void takesAPageThatLeadsElsewhereForThere() {
    server.web.enqueue(
        new mockwebserver3.MockResponse.Builder()
            .code(302)
            .addHeader("Location", "/login")
            .build());
    assertThat(look("/a").there()).isTrue();
  }

  @Test
  void saysWhatCameInstead() {
    server.refuse(404, "").refuse(404, "");
    assertThat(look("/a")).isEqualTo(new WebPages.Look(false, "404 Client Error"));
    server.close();
    assertThat(look("/b")).isEqualTo(new WebPages.Look(false, "nothing answers there"));
  }
}
