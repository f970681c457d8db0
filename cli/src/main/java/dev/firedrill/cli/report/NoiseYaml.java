package dev.firedrill.cli.report;

import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.Together;
import dev.firedrill.rules.LabelText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Alertmanager configuration against alerts that fire together, ready to be pasted.
public final class NoiseYaml {
  private NoiseYaml() {}

  /// {@return an inhibit rule by which the source keeps the targets quiet}
  public static String inhibition(Together together) {
    String yaml =
        "inhibit_rules:\n- source_matchers: ["
            + matchers(List.of(together.source()), together.targets().getFirst())
            + "]\n  target_matchers: ["
            + matchers(together.targets(), together.source())
            + "]\n";
    return together.equal().isEmpty() ? yaml : yaml + "  equal: " + list(together.equal()) + "\n";
  }

  /// {@return names as a YAML list on one line}
  public static String list(List<String> names) {
    StringBuilder list = new StringBuilder("[");
    for (String name : names) {
      list.append(list.length() == 1 ? "" : ", ").append(isPlain(name) ? name : quoted(name));
    }
    return list.append(']').toString();
  }

  /// {@return the name of an alert, with the labels that tell it from another of the same name:
  ///     `QueueLong{severity="critical"}`}
  static String name(AlertReplay alert, AlertReplay other) {
    List<String> telling = telling(alert, other);
    String name = alert.rule().name().value();
    return telling.isEmpty() ? name : name + "{" + String.join(", ", telling) + "}";
  }

  private static String matchers(List<AlertReplay> alerts, AlertReplay other) {
    StringBuilder matchers = new StringBuilder(matcher(alerts));
    telling(alerts.getFirst(), other).forEach(label -> matchers.append(", ").append(quoted(label)));
    return matchers.toString();
  }

  // Of two rules of one name, what they write into labels tells which is meant.
  private static List<String> telling(AlertReplay alert, AlertReplay other) {
    List<String> telling = new ArrayList<>();
    if (alert.rule().name().value().equals(other.rule().name().value())) {
      Map<String, String> theirs = written(other);
      written(alert)
          .forEach(
              (name, value) -> {
                if (!value.equals(theirs.get(name))) {
                  telling.add(name + "=" + inMatcher(value));
                }
              });
    }
    return telling;
  }

  private static Map<String, String> written(AlertReplay alert) {
    Map<String, String> written = new TreeMap<>();
    for (LabelText label : alert.rule().labels()) {
      if (!label.value().text().contains("{{")) {
        written.put(label.name().value(), label.value().text());
      }
    }
    return written;
  }

  private static String matcher(List<AlertReplay> alerts) {
    if (alerts.size() == 1) {
      return quoted("alertname=" + inMatcher(alerts.getFirst().rule().name().value()));
    }
    StringBuilder regex = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    alerts.forEach(alert -> names.add(alert.rule().name().value()));
    for (String name : names) {
      regex.append(regex.isEmpty() ? "" : "|").append(literal(name));
    }
    return quoted("alertname=~" + inMatcher(regex.toString()));
  }

  // As both of Alertmanager's parsers read it: the classic one knows no other escapes, and wins.
  private static String inMatcher(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  private static String literal(String text) {
    StringBuilder regex = new StringBuilder();
    text.chars()
        .forEach(c -> regex.append(".+*?()|[]{}^$\\".indexOf(c) < 0 ? "" : "\\").append((char) c));
    return regex.toString();
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
