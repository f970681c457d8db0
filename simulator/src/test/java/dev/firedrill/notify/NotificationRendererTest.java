package dev.firedrill.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NotificationRendererTest {
  private static final AlertmanagerConfig CONFIG =
      AlertmanagerReader.read(
              SourceFile.of(
                  "alertmanager.yml",
                  """
                  route: {receiver: desk, group_by: [alertname], group_wait: 10s, group_interval: 1m}
                  receivers:
                  - name: desk
                    pushover_configs:
                    - user_key: user
                      token: token
                      title: '{{ .Status }} {{ .CommonLabels.SortedPairs }} {{ .CommonAnnotations.note }}'
                      message: >-
                        {{ range .Alerts }}{{ .Labels.rack }} {{ .Status }}
                        {{ .StartsAt.Unix }} {{ .EndsAt.Format "05" }};{{ end }} at {{ now.Unix }}
                  """),
              AlertmanagerOptions.STRICT)
          .loaded()
          .get()
          .orElseThrow();

  private final AlertmanagerSimulation server =
      new AlertmanagerSimulation(CONFIG, Behaviour.V0_34, Receivers.WORKING, 0);

  @Test
  void alertsAreToldOfWithWhatTheyHaveInCommon() {
    server.post(1_000, List.of(alert("r1", "hot", 900_000), alert("r2", "hot", 900_000)));

    assertThat(rendered(20_000))
        .containsExactly("firing alertname=Hot hot", "r1 firing 1 00;r2 firing 1 00; at 11");
  }

  @Test
  void anAlertThatIsOverHasAnEndAmongOthersThatFire() {
    server.post(1_000, List.of(alert("r1", "hot", 900_000), alert("r2", "hotter", 900_000)));
    server.post(42_000, List.of(alert("r1", "hot", 42_000)));

    assertThat(rendered(80_000))
        .containsExactly("firing alertname=Hot ", "r1 resolved 1 42;r2 firing 1 00; at 71");
  }

  private List<String> rendered(long end) {
    Notification last = server.runUntil(end).notifications().getLast();
    return new NotificationRenderer(CONFIG, NotificationTemplates.builtIn())
        .render(last).fields().stream()
            .filter(field -> List.of("title", "message").contains(field.name()))
            .map(MessageField::text)
            .toList();
  }

  private static PostedAlert alert(String rack, String note, long end) {
    return new PostedAlert(
        Labels.of("alertname", "Hot", "rack", rack),
        new TreeMap<>(Map.of("note", note)),
        1_000L,
        end);
  }
}
