package dev.firedrill.rules.test.update;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.edit.ScalarText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was there, as an item of `exp_alerts` or `exp_samples`.
final class ItemText {
  private ItemText() {}

  /// {@return the lines of the item, those after the first indented against it}
  ///
  /// @param braces whether labels are put in braces
  static List<String> lines(Observation observation, boolean braces) {
    List<String> lines = new ArrayList<>();
    switch (observation) {
      case FiringAlert alert -> {
        SortedMap<String, String> labels = labels(alert);
        if (!labels.isEmpty() || alert.annotations().isEmpty()) {
          add(lines, "exp_labels", labels, braces);
        }
        if (!alert.annotations().isEmpty()) {
          add(lines, "exp_annotations", alert.annotations(), braces);
        }
      }
      case ResultSample sample -> {
        lines.add("labels: " + text(series(sample.labels()), false));
        lines.add(value(sample, false));
      }
    }
    return lines;
  }

  /// {@return the item on one line}
  static String braces(Observation observation) {
    return switch (observation) {
      case FiringAlert _ -> "{" + String.join(", ", lines(observation, true)) + "}";
      case ResultSample sample ->
          "{labels: " + text(series(sample.labels()), true) + ", " + value(sample, true) + "}";
    };
  }

  private static String value(ResultSample sample, boolean flow) {
    String histogram = sample.histogram();
    return histogram == null
        ? "value: " + number(sample.value())
        : "histogram: " + text(histogram, flow);
  }

  private static void add(
      List<String> lines, String key, Map<String, String> texts, boolean braces) {
    if (braces || texts.isEmpty()) {
      List<String> entries = new ArrayList<>();
      texts.forEach((name, value) -> entries.add(text(name, true) + ": " + text(value, true)));
      lines.add(key + ": {" + String.join(", ", entries) + "}");
      return;
    }
    lines.add(key + ":");
    texts.forEach((name, value) -> lines.add("  " + text(name, false) + ": " + text(value, false)));
  }

  private static String text(String text, boolean flow) {
    return ScalarText.of(text, ScalarStyle.PLAIN, ScalarKind.STRING, flow);
  }

  /// {@return the labels that are written for an alert: all but its name}
  static SortedMap<String, String> labels(FiringAlert alert) {
    SortedMap<String, String> labels = new TreeMap<>(alert.labels());
    labels.remove(Labels.ALERT_NAME);
    return labels;
  }

  /// {@return a label set as PromQL writes a series}
  static String series(Map<String, String> labels) {
    StringBuilder out = new StringBuilder();
    String name = labels.getOrDefault(Labels.METRIC_NAME, "");
    boolean plain = LabelNames.isLegacyMetric(name);
    out.append(plain ? name : "");
    List<String> matchers = new ArrayList<>();
    labels.forEach(
        (label, value) -> {
          if (!plain || !label.equals(Labels.METRIC_NAME)) {
            matchers.add(LabelNames.quotedIfNeeded(label) + "=" + GoQuote.quote(value));
          }
        });
    if (!matchers.isEmpty() || !plain) {
      out.append('{').append(String.join(", ", matchers)).append('}');
    }
    return out.toString();
  }

  /// {@return a number as YAML writes it}
  static String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return GoFloat.json(value);
  }
}
