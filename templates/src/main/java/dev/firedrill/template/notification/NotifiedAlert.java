package dev.firedrill.template.notification;

import dev.firedrill.template.value.LabelPairs;
import dev.firedrill.template.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One alert of a notification, as templates see it (Alertmanager's `template.Alert`).
///
/// @param status `firing` or `resolved`
/// @param labels null stands for none at all, which only shows in JSON; so it does for annotations
/// @param endsAt Go's zero time ([dev.firedrill.template.value.GoTime#ZERO]) where it is not known
/// @param fingerprint of the labels, 16 hexadecimal digits
public record NotifiedAlert(
    String status,
    @Nullable Map<String, String> labels,
    @Nullable Map<String, String> annotations,
    ZonedDateTime startsAt,
    ZonedDateTime endsAt,
    String generatorUrl,
    String fingerprint) {

  static NotifiedAlert example(
      String status,
      Map<String, String> labels,
      Map<String, String> annotations,
      long startsAt,
      long endsAt,
      String fingerprint) {
    Map<String, String> allLabels = new TreeMap<>(NotificationData.numbered("commonlabel"));
    allLabels.putAll(labels);
    Map<String, String> allAnnotations =
        new TreeMap<>(NotificationData.numbered("commonannotation"));
    allAnnotations.putAll(annotations);
    return new NotifiedAlert(
        status,
        allLabels,
        allAnnotations,
        Instant.ofEpochMilli(startsAt).atZone(ZoneOffset.UTC),
        Instant.ofEpochMilli(endsAt).atZone(ZoneOffset.UTC),
        "https://generatorurl.com",
        fingerprint);
  }

  Value asValue() {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Status", Value.of(status));
    fields.put("Labels", labels(labels()));
    fields.put("Annotations", labels(annotations()));
    fields.put("StartsAt", new Value.Time(startsAt, "time.Time"));
    fields.put("EndsAt", new Value.Time(endsAt, "time.Time"));
    fields.put("GeneratorURL", Value.of(generatorUrl));
    fields.put("Fingerprint", Value.of(fingerprint));
    return new Value.Struct("template.Alert", fields, List.of(), null);
  }

  static Value labels(@Nullable Map<String, String> labels) {
    return labels == null ? LabelPairs.unset() : LabelPairs.of(labels);
  }
}
