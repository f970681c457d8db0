package dev.firedrill.template.notification;

import dev.firedrill.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a notification is about, as templates see it (Alertmanager's `template.Data`). A set of
/// labels that is null stands for none at all, which only shows in JSON.
///
/// @param status `firing` while any of the alerts is, else `resolved`
/// @param alerts null stands for none at all
/// @param reason why this is sent now (since Alertmanager 0.34)
/// @param routeLabels labels of the route, which may be templates (since Alertmanager 0.34)
/// @param externalUrl under which Alertmanager is reached, without a slash at its end
public record NotificationData(
    String receiver,
    String status,
    @Nullable List<NotifiedAlert> alerts,
    String reason,
    @Nullable Map<String, String> groupLabels,
    @Nullable Map<String, String> commonLabels,
    @Nullable Map<String, String> commonAnnotations,
    @Nullable Map<String, String> routeLabels,
    String externalUrl) {
  private static final String TYPE = "template.Data";
  private static final long FIVE_MINUTES = 300_000;

  /// Nothing at all.
  public static final NotificationData EMPTY =
      new NotificationData("", "", null, "", null, null, null, null, "");

  /// {@return an example of a notification: the data with which `amtool template render` renders
  /// where it is given none}
  /// @param now in ms since the epoch
  public static NotificationData example(long now) {
    return new NotificationData(
        "receiver",
        "alertstatus",
        List.of(
            NotifiedAlert.example(
                "firing",
                Map.of("label1", "value1", "label2", "value2", "instance", "foo.bar:1234"),
                Map.of("annotation1", "value1", "annotation2", "value2"),
                now - FIVE_MINUTES,
                now,
                "fingerprint1"),
            NotifiedAlert.example(
                "resolved",
                Map.of("foo", "bar", "baz", "qux"),
                Map.of("aaa", "bbb", "ccc", "ddd"),
                now - 2 * FIVE_MINUTES,
                now,
                "fingerprint2")),
        "",
        numbered("grouplabel"),
        numbered("commonlabel"),
        numbered("commonannotation"),
        null,
        "https://example.com");
  }

  static Map<String, String> numbered(String what) {
    return Map.of(what + "key1", what + "value1", what + "key2", what + "value2");
  }

  /// {@return this about other alerts}
  public NotificationData withAlerts(List<NotifiedAlert> other) {
    return new NotificationData(
        receiver,
        status,
        other,
        reason,
        groupLabels(),
        commonLabels(),
        commonAnnotations(),
        routeLabels(),
        externalUrl);
  }

  /// {@return the data as templates see it where a program hands them over as they are}
  public Value asValue() {
    return asValue(TYPE);
  }

  /// {@return the data as the templates of a running Alertmanager see it, which only messages about
  /// unknown fields show}
  public Value asPointer() {
    return asValue("*" + TYPE);
  }

  private Value asValue(String type) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Receiver", Value.of(receiver));
    fields.put("Status", Value.of(status));
    fields.put("Alerts", alertsAsValue());
    fields.put("NotificationReason", Value.of(reason));
    fields.put("GroupLabels", NotifiedAlert.labels(groupLabels()));
    fields.put("CommonLabels", NotifiedAlert.labels(commonLabels()));
    fields.put("CommonAnnotations", NotifiedAlert.labels(commonAnnotations()));
    fields.put("RouteLabels", NotifiedAlert.labels(routeLabels()));
    fields.put("ExternalURL", Value.of(externalUrl));
    return new Value.Struct(type, fields, List.of(), null);
  }

  private Value alertsAsValue() {
    List<NotifiedAlert> all = alerts();
    List<Value> values = new ArrayList<>();
    if (all != null) {
      all.forEach(alert -> values.add(alert.asValue()));
    }
    return new Value.Sequence(values, "template.Alerts", false, all == null);
  }
}
