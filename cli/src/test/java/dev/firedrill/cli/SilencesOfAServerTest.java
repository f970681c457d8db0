package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilencesOfAServerTest {
  private static final String SILENCES =
      """
      [{"id": "a1", "status": {"state": "active"}, "updatedAt": "2026-11-21T10:00:00.000Z",
        "startsAt": "2026-11-21T11:00:00.000Z", "endsAt": "2026-11-21T13:00:00.000Z",
        "createdBy": "me", "comment": "move",
        "matchers": [{"name": "team", "value": "web|api", "isRegex": true, "isEqual": true}]},
       {"id": "a2", "status": {"state": "expired"}, "updatedAt": "2026-11-21T10:00:00.000Z",
        "startsAt": "2026-11-20T11:00:00.000Z", "endsAt": "2026-11-22T13:00:00.000Z",
        "createdBy": "me", "comment": "move",
        "matchers": [{"name": "team", "value": "web", "isRegex": false, "isEqual": true}]}]
      """;

  @TempDir Path folder;

  @Test
  void thoseInForceCount() throws IOException {
    try (MockWebServer web = new MockWebServer()) {
      web.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/json")
              .body(SILENCES)
              .build());
      web.start();
      String out = explain("http://localhost:" + web.getPort()).out();

      assertThat(out).contains("silenced by a1 {team=~\"web|api\"} until 2026-11-21T13:00:00Z\n");
      assertThat(out).doesNotContain("a2");
    }
  }

  @Test
  void saysThatAServerHasNoSilences() throws IOException {
    try (MockWebServer web = new MockWebServer()) {
      web.enqueue(new MockResponse.Builder().code(404).body("not here").build());
      web.start();
      ScratchRepository.Outcome outcome = explain("http://localhost:" + web.getPort());

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("404");
    }
  }

  private ScratchRepository.Outcome explain(String url) throws IOException {
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: a}\nreceivers: [{name: a}]\n");
    return ScratchRepository.run(
        folder, "routes", "explain", "--silences", url, "--at", "2026-11-21T12:00:00Z", "team=web");
  }
}
