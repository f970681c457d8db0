package dev.firedrill.alertmanager.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.value.GoTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageRendererTest {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2026, 11, 21, 3, 0, 0, 0, ZoneOffset.UTC);

  private static final NotificationData DATA =
      new NotificationData(
          "desk",
          "firing",
          List.of(
              new NotifiedAlert(
                  "firing",
                  Map.of("alertname", "Hot", "rack", "<r1>"),
                  Map.of("summary", "it is hot"),
                  START,
                  GoTime.ZERO,
                  "http://prom/graph",
                  "0123456789abcdef")),
          "first notification",
          Map.of("alertname", "Hot"),
          Map.of("alertname", "Hot", "rack", "<r1>"),
          Map.of("summary", "it is hot"),
          null,
          "http://alerts");

  @Test
  void cutsTextsToWhatTheOtherSideTakes() {
    List<Message> messages =
        messages(
            """
              slack_configs:
              - {api_url: https://hooks.example.com/a, channel: c, title: '{{ printf "%1025d" 1 }}'}
              sns_configs:
              - {phone_number: '+1', message: '{{ printf "%1601d" 1 }}', sigv4: {region: east}}
              - {topic_arn: 'arn:x', message: '{{ printf "%1601d" 1 }}', sigv4: {region: east}}
              pagerduty_configs:
              - {routing_key: k, details: {all: '{{ printf "%512000d" 1 }}'}}
            """);

    MessageField title = field(messages.get(0), "title");
    assertThat(title.text()).hasSize(1024).endsWith("…");
    assertThat(title.title()).isEqualTo("title (truncated to 1024 characters)");
    assertThat(messages.stream().flatMap(message -> message.fields().stream()))
        .filteredOn(field -> field.name().equals("message"))
        .extracting(MessageField::title)
        .containsExactlyInAnyOrder("message (truncated to 1600 bytes)", "message");
    assertThat(messages.stream().flatMap(message -> message.fields().stream()))
        .filteredOn(field -> field.name().startsWith("details"))
        .extracting(MessageField::title)
        .containsExactly("details.error (truncated to 512000 bytes)");
  }

  private static MessageField field(Message message, String name) {
    return message.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rendersWrittenFieldsAndPresetsAndLeavesOutWhatIsEmpty() {
    List<Message> messages =
        messages(
            """
              slack_configs:
              - api_url: https://hooks.example.com/secret
                channel: '#{{ .CommonLabels.alertname | toLower }}'
                text: ''
                fields: [{title: rack, value: '{{ .CommonLabels.rack }}'}]
            """);

    assertThat(messages).singleElement().returns("slack", Message::integration);
    assertThat(messages.getFirst().fields())
        .contains(
            new MessageField("channel", "#hot", false),
            new MessageField("title", "[FIRING:1] Hot (<r1>)", false),
            new MessageField("fields[0].value", "<r1>", false))
        .noneMatch(field -> field.name().equals("text") || field.name().equals("api_url"));
  }

  @Test
  void anEmailHasASubjectAndEscapesItsPage() {
    List<Message> messages =
        messages(
            """
              email_configs:
              - to: desk@example.com
                from: alerts@example.com
                smarthost: mail:25
                html: '<p>{{ .CommonLabels.rack }}</p>'
                headers: {subject: 'hot: {{ .CommonLabels.rack }}'}
            """);

    assertThat(messages.getFirst().fields())
        .containsExactly(
            new MessageField("to", "desk@example.com", false),
            new MessageField("from", "alerts@example.com", false),
            new MessageField("headers.subject", "hot: <r1>", false),
            new MessageField("html", "<p>&lt;r1&gt;</p>", false));
  }

  @Test
  void aWebhookGetsTheDataAndTheKeyOfTheGroup() {
    List<Message> messages =
        messages("  webhook_configs: [{url: 'http://secret/', max_alerts: 5}]\n");

    assertThat(messages.getFirst().fields())
        .containsExactly(
            new MessageField("url", "<secret>", false),
            new MessageField(
                "payload",
                "{\"receiver\":\"desk\",\"status\":\"firing\",\"alerts\":[{\"status\":\"firing\","
                    + "\"labels\":{\"alertname\":\"Hot\",\"rack\":\"\\u003cr1\\u003e\"},"
                    + "\"annotations\":{\"summary\":\"it is hot\"},"
                    + "\"startsAt\":\"2026-11-21T03:00:00Z\",\"endsAt\":\"0001-01-01T00:00:00Z\","
                    + "\"generatorURL\":\"http://prom/graph\","
                    + "\"fingerprint\":\"0123456789abcdef\"}],"
                    + "\"notification_reason\":\"first notification\","
                    + "\"groupLabels\":{\"alertname\":\"Hot\"},"
                    + "\"commonLabels\":{\"alertname\":\"Hot\",\"rack\":\"\\u003cr1\\u003e\"},"
                    + "\"commonAnnotations\":{\"summary\":\"it is hot\"},\"routeLabels\":null,"
                    + "\"externalURL\":\"http://alerts\",\"version\":\"4\","
                    + "\"groupKey\":\"{}:{}\",\"truncatedAlerts\":0}",
                false));
  }

  @Test
  void pagerdutyHasDetailsThatAreNotWritten() {
    List<Message> messages =
        messages(
            """
              pagerduty_configs:
              - routing_key: secret
                details: {num_firing: many, where: {rack: '{{ .CommonLabels.rack }}'}}
            """);

    assertThat(messages.getFirst().fields())
        .contains(
            new MessageField("routing_key", "<secret>", false),
            new MessageField("details.num_resolved", "0", false),
            new MessageField("details.num_firing", "many", false),
            new MessageField("details.where.rack", "<r1>", false),
            new MessageField("severity", "error", false));
  }

  @Test
  void saysWhyATemplateFails() {
    List<Message> messages =
        messages(
            """
              discord_configs:
              - webhook_url: https://discord.example.com/
                title: '{{ template "nobody" . }}'
            """);

    assertThat(messages.getFirst().fields().getFirst())
        .returns("title", MessageField::name)
        .returns(true, MessageField::failed);
  }

  private static List<Message> messages(String integrations) {
    String text = "route: {receiver: desk}\nreceivers:\n- name: desk\n" + integrations;
    AlertmanagerConfig config =
        AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
            .loaded()
            .get()
            .orElseThrow();
    return new MessageRenderer(config, NotificationTemplates.builtIn(), 0)
        .render(config.receiver("desk").orElseThrow(), DATA, "{}:{}");
  }
}
