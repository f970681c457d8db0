package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertmanagerApiTest {
  private final ApiServer server;
  private final AlertmanagerApi api;

  AlertmanagerApiTest() throws Exception {
    server = new ApiServer();
    api = new AlertmanagerApi(server.transport(HttpSettings.DEFAULT));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readsTheConfigurationOnce() throws Exception {
    server.raw(
        """
        {"cluster":{"status":"ready","peers":[]},"config":{"original":"route: {receiver: a}\\n"},
         "uptime":"2026-11-21T08:00:00Z","versionInfo":{"version":"0.34.0","branch":"HEAD"}}
        """);
    assertThat(api.status())
        .isEqualTo(new AlertmanagerStatus("0.34.0", "route: {receiver: a}\n"))
        .isSameAs(api.status());
    assertThat(server.asked()).isEqualTo("GET /prefix/api/v2/status");
  }

  @Test
  void readsSilencesOfOldAndNewServers() {
    server.raw(
        """
        [{"id":"1","status":{"state":"active"},"comment":"c","createdBy":"me",
          "startsAt":"2026-11-21T08:00:00Z","endsAt":"2026-11-21T09:00:00Z",
          "matchers":[{"name":"a","value":"x|y","isRegex":true,"isEqual":false},
                      {"name":"b","value":"z","isRegex":false}]}]
        """);
    List<ServerSilence> silences = api.silences();
    assertThat(silences).hasSize(1);
    assertThat(silences.getFirst().matchers().toString()).isEqualTo("[a!~\"x|y\", b=\"z\"]");
    assertThat(silences.getFirst().state()).isEqualTo("active");
  }

  @Test
  void readsAlerts() {
    server.raw(
        """
        [{"labels":{"alertname":"A"},"annotations":{},"status":{"state":"active","silencedBy":[]},
          "receivers":[{"name":"r"}],"startsAt":"2026-11-21T08:00:00Z","fingerprint":"f"}]
        """);
    assertThat(api.alerts())
        .containsExactly(
            new AlertmanagerAlert(
                Labels.of("alertname", "A"),
                Labels.EMPTY,
                "active",
                "2026-11-21T08:00:00Z",
                List.of("r")));
  }

  @Test
  void namesASilenceThatIsNoRegularExpression() {
    server.raw("[{\"matchers\":[{\"name\":\"a\",\"value\":\"(\",\"isRegex\":true}]}]");
    assertThatThrownBy(api::silences).hasMessageContaining("regular expression '('");
  }
}
