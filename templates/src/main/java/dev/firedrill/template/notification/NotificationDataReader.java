package dev.firedrill.template.notification;

import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.GoTimeParser;
import dev.firedrill.template.value.ValueFailure;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the data of a notification from JSON, as `amtool template render` and receivers of
/// webhooks know it. The case of keys does not count, and unknown ones are passed over.
public final class NotificationDataReader {
  private static final String RFC_3339 = "2006-01-02T15:04:05Z07:00";

  private final Map<String, GoJson.Node> fields = new TreeMap<>();
  private final String type;
  private final String path;

  private NotificationDataReader(GoJson.Dictionary object, String type, String path) {
    object.entries().forEach(e -> fields.put(e.key().toLowerCase(Locale.ROOT), e.value()));
    this.type = type;
    this.path = path;
  }

  /// {@return the data}
  /// @throws NotificationDataException with Go's words where the text is something else
  public static NotificationData read(String json) {
    return switch (GoJson.parse(json)) {
      case GoJson.Plain plain when plain.isNull() -> NotificationData.EMPTY;
      case GoJson.Dictionary object -> new NotificationDataReader(object, "Data", "").data();
      case GoJson.Node other ->
          throw new NotificationDataException(
              "json: cannot unmarshal " + other.kind() + " into Go value of type template.Data");
    };
  }

  private NotificationData data() {
    return new NotificationData(
        string("receiver"),
        string("status"),
        alerts(),
        string("notification_reason"),
        labels("groupLabels"),
        labels("commonLabels"),
        labels("commonAnnotations"),
        labels("routeLabels"),
        string("externalURL"));
  }

  private @Nullable List<NotifiedAlert> alerts() {
    GoJson.Node value = field("alerts");
    if (value == null) {
      return null;
    }
    if (!(value instanceof GoJson.Array(List<GoJson.Node> items))) {
      throw mismatch(value, "alerts", "template.Alerts");
    }
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (GoJson.Node item : items) {
      GoJson.Dictionary object =
          switch (item) {
            case GoJson.Dictionary dictionary -> dictionary;
            case GoJson.Plain plain when plain.isNull() -> new GoJson.Dictionary(List.of());
            case GoJson.Node other -> throw mismatch(other, "alerts", "template.Alert");
          };
      alerts.add(new NotificationDataReader(object, "Alert", "alerts.").alert());
    }
    return alerts;
  }

  private NotifiedAlert alert() {
    return new NotifiedAlert(
        string("status"),
        labels("labels"),
        labels("annotations"),
        time("startsAt"),
        time("endsAt"),
        string("generatorURL"),
        string("fingerprint"));
  }

  private GoJson.@Nullable Node field(String name) {
    GoJson.Node value = fields.get(name.toLowerCase(Locale.ROOT));
    return value instanceof GoJson.Plain plain && plain.isNull() ? null : value;
  }

  private NotificationDataException mismatch(GoJson.Node value, String name, String goType) {
    return new NotificationDataException(
        "json: cannot unmarshal "
            + value.kind()
            + " into Go struct field "
            + type
            + "."
            + path
            + name
            + " of type "
            + goType);
  }

  private String string(String name) {
    GoJson.Node value = field(name);
    return switch (value) {
      case null -> "";
      case GoJson.Text text -> text.value();
      case GoJson.Node other -> throw mismatch(other, name, "string");
    };
  }

  private @Nullable Map<String, String> labels(String name) {
    GoJson.Node value = field(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof GoJson.Dictionary object)) {
      throw mismatch(value, name, "template.KV");
    }
    Map<String, String> labels = new TreeMap<>();
    for (GoJson.Entry entry : object.entries()) {
      labels.put(
          entry.key(),
          switch (entry.value()) {
            case GoJson.Text text -> text.value();
            case GoJson.Plain plain when plain.isNull() -> "";
            case GoJson.Node other -> throw mismatch(other, name, "string");
          });
    }
    return labels;
  }

  private ZonedDateTime time(String name) {
    GoJson.Node value = field(name);
    if (value == null) {
      return GoTime.ZERO;
    }
    if (!(value instanceof GoJson.Text text)) {
      throw new NotificationDataException("Time.UnmarshalJSON: input is not a JSON string");
    }
    try {
      return GoTimeParser.parse(RFC_3339, text.value());
    } catch (ValueFailure failure) {
      throw new NotificationDataException(failure.words());
    }
  }
}
