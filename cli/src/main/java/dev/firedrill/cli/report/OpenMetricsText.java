package dev.firedrill.cli.report;

import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;

/// Names and times as OpenMetrics text has them.
final class OpenMetricsText {
  private OpenMetricsText() {}

  /// {@return a series' name and labels; a name that needs quotes goes into the braces, as
  ///     Prometheus
  ///     3 reads it; no name where there is none, which series notation can read, OpenMetrics not}
  static String series(Labels labels) {
    StringBuilder text = new StringBuilder();
    String name = labels.metricName();
    boolean quoted = !name.isEmpty() && !LabelNames.isLegacyMetric(name);
    String before = "{";
    if (quoted) {
      text.append("{\"").append(escaped(name)).append('"');
      before = ",";
    } else {
      text.append(name);
    }
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.name(i).equals(Labels.METRIC_NAME)) {
        text.append(before).append(LabelNames.quotedIfNeeded(labels.name(i)));
        text.append("=\"").append(escaped(labels.value(i))).append('"');
        before = ",";
      }
    }
    if (text.isEmpty()) {
      return "{}";
    }
    return before.equals(",") ? text.append('}').toString() : text.toString();
  }

  /// {@return the name of a metric, quoted where it needs to be}
  static String name(String metric) {
    return LabelNames.isLegacyMetric(metric) ? metric : '"' + escaped(metric) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /// {@return epoch seconds, with three decimals unless they are none}
  ///
  /// Prometheus multiplies them by 1000 as a floating-point number and cuts the rest off, by which
  /// some would become a millisecond less: those get half a millisecond more.
  static String seconds(long millis) {
    String sign = millis < 0 ? "-" : "";
    long whole = Math.abs(millis) / 1000;
    long rest = Math.abs(millis) % 1000;
    String text = sign + whole + (rest == 0 ? "" : "." + String.valueOf(1000 + rest).substring(1));
    return (long) (Double.parseDouble(text) * 1000) == millis ? text : text + "5";
  }
}
