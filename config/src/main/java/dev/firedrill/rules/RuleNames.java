package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;

/// Which names and values Prometheus accepts in rules.
final class RuleNames {
  private RuleNames() {}

  /// {@return whether a rule or group may set this label}
  static boolean isLabel(String name, boolean legacy) {
    return isName(name, legacy) && !name.equals(Labels.METRIC_NAME);
  }

  /// {@return whether this may be the name of an annotation}
  static boolean isName(String name, boolean legacy) {
    return legacy ? LabelNames.isLegacy(name) : !name.isEmpty() && isText(name);
  }

  /// {@return whether this may be the name of a recorded metric}
  static boolean isRecord(String name, boolean legacy) {
    return legacy ? LabelNames.isLegacyMetric(name) : !name.isEmpty() && isText(name);
  }

  /// {@return whether a text can be written as UTF-8: lone surrogates cannot}
  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static Diagnostic invalid(String message, Location location) {
    return Diagnostic.error("label/invalid", message, location);
  }
}
