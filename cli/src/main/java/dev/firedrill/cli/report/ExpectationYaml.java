package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import java.util.List;
import java.util.Map;

/// Alerts and samples as a file of unit tests lists them under `exp_alerts` and `exp_samples`.
final class ExpectationYaml {
  private ExpectationYaml() {}

  /// {@return the items of the list}
  static String items(List<Observation> observations) {
    StringBuilder yaml = new StringBuilder();
    for (Observation observation : observations) {
      switch (observation) {
        case FiringAlert alert -> alert(alert, yaml);
        case ResultSample sample -> sample(sample, yaml);
      }
    }
    return yaml.toString();
  }

  private static void alert(FiringAlert alert, StringBuilder yaml) {
    yaml.append("- exp_labels:\n");
    texts(alert.labels(), yaml);
    if (!alert.annotations().isEmpty()) {
      yaml.append("  exp_annotations:\n");
      texts(alert.annotations(), yaml);
    }
  }

  private static void texts(Map<String, String> texts, StringBuilder yaml) {
    texts.forEach(
        (name, text) -> {
          if (!name.equals(Labels.ALERT_NAME)) {
            yaml.append("    ").append(name).append(": ").append(scalar(text)).append('\n');
          }
        });
  }

  private static void sample(ResultSample sample, StringBuilder yaml) {
    yaml.append("- labels: ").append(scalar(Observation.braces(sample.labels()))).append('\n');
    String histogram = sample.histogram();
    if (histogram == null) {
      yaml.append("  value: ").append(number(sample.value())).append('\n');
    } else {
      yaml.append("  histogram: ").append(GoQuote.quote(histogram)).append('\n');
    }
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? ".inf" : "-.inf") : GoFloat.json(value);
  }

  /// {@return a text as YAML writes it}
  static String scalar(String text) {
    return isPlain(text) ? text : GoQuote.quote(text);
  }

  /// {@return whether there is a character in a text that YAML reads as the end of a line, or not
  ///     at all}
  static boolean breaksLines(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' || (c >= '\u007f' && c < '\u00a0');
      if (control || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
        return true;
      }
    }
    return false;
  }

  // Not all that YAML allows: a quote more does no harm.
  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !Character.isLetterOrDigit(text.charAt(0))
        || text.endsWith(" ")
        || text.equalsIgnoreCase("null")
        || breaksLines(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean colon = c == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
      boolean comment = c == '#' && text.charAt(i - 1) == ' ';
      if (colon || comment) {
        return false;
      }
    }
    return true;
  }
}
