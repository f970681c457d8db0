package dev.firedrill.alertmanager.message;

import dev.firedrill.template.function.JsonText;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.value.Value;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import java.util.List;

/// The JSON that Alertmanager posts to a webhook: the data that templates see, and what names the
/// group.
final class WebhookPayload {
  private WebhookPayload() {}

  /// {@return how many alerts a webhook takes (`max_alerts`); 0 for all}
  static int limit(YamlNode webhook) {
    if (!(webhook instanceof MappingNode mapping)) {
      return 0;
    }
    try {
      return mapping.get("max_alerts").map(MessageRenderer::text).map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static String of(NotificationData data, String groupKey, int limit) {
    List<NotifiedAlert> alerts = data.alerts();
    int cut = alerts == null || limit <= 0 ? 0 : Math.max(0, alerts.size() - limit);
    NotificationData sent =
        alerts == null || cut == 0 ? data : data.withAlerts(alerts.subList(0, limit));
    String json = JsonText.of(sent.asValue());
    return json.substring(0, json.length() - 1)
        + ",\"version\":\"4\",\"groupKey\":"
        + JsonText.of(Value.of(groupKey))
        + ",\"truncatedAlerts\":"
        + cut
        + "}";
  }
}
