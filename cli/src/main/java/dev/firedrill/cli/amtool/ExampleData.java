package dev.firedrill.cli.amtool;

import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotifiedAlert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The data with which amtool renders where none is given.
final class ExampleData {
  private static final Map<String, String> COMMON_LABELS = pairs("commonlabel");
  private static final Map<String, String> COMMON_ANNOTATIONS = pairs("commonannotation");

  private ExampleData() {}

  /// {@return the data}
  /// @param now when the alerts end, in epoch milliseconds
  static NotificationData at(long now) {
    ZonedDateTime end = Instant.ofEpochMilli(now).atZone(ZoneOffset.UTC);
    NotifiedAlert firing =
        alert(
            "firing",
            Map.of("label1", "value1", "label2", "value2", "instance", "foo.bar:1234"),
            Map.of("annotation1", "value1", "annotation2", "value2"),
            end.minusMinutes(5),
            end,
            "fingerprint1");
    NotifiedAlert resolved =
        alert(
            "resolved",
            Map.of("foo", "bar", "baz", "qux"),
            Map.of("aaa", "bbb", "ccc", "ddd"),
            end.minusMinutes(10),
            end,
            "fingerprint2");
    return new NotificationData(
        "receiver",
        "alertstatus",
        List.of(firing, resolved),
        "",
        pairs("grouplabel"),
        COMMON_LABELS,
        COMMON_ANNOTATIONS,
        null,
        "https://example.com");
  }

  private static NotifiedAlert alert(
      String status,
      Map<String, String> labels,
      Map<String, String> annotations,
      ZonedDateTime start,
      ZonedDateTime end,
      String fingerprint) {
    Map<String, String> allLabels = new TreeMap<>(labels);
    allLabels.putAll(COMMON_LABELS);
    Map<String, String> allAnnotations = new TreeMap<>(annotations);
    allAnnotations.putAll(COMMON_ANNOTATIONS);
    return new NotifiedAlert(
        status, allLabels, allAnnotations, start, end, "https://generatorurl.com", fingerprint);
  }

  private static Map<String, String> pairs(String kind) {
    return new TreeMap<>(Map.of(kind + "key1", kind + "value1", kind + "key2", kind + "value2"));
  }
}
