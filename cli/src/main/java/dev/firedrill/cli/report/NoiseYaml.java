package dev.firedrill.cli.report;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.Together;
import java.util.List;

/// Alertmanager configuration against alerts that fire together, ready to be pasted.
final class NoiseYaml {
  private NoiseYaml() {}

  /// {@return an inhibit rule by which the source keeps the targets quiet}
  static String inhibition(Together together) {
    String yaml =
        "inhibit_rules:\n- source_matchers: ["
            + matcher(List.of(together.source()))
            + "]\n  target_matchers: ["
            + matcher(together.targets())
            + "]\n";
    return together.equal().isEmpty() ? yaml : yaml + "  equal: " + list(together.equal()) + "\n";
  }

  /// {@return names as a YAML list on one line}
  static String list(List<String> names) {
    StringBuilder list = new StringBuilder("[");
    for (String name : names) {
      list.append(list.length() == 1 ? "" : ", ").append(isPlain(name) ? name : quoted(name));
    }
    return list.append(']').toString();
  }

  private static String matcher(List<AlertReplay> alerts) {
    if (alerts.size() == 1) {
      return quoted("alertname=" + GoQuote.quote(alerts.getFirst().rule().name().value()));
    }
    StringBuilder regex = new StringBuilder();
    for (AlertReplay alert : alerts) {
      regex.append(regex.isEmpty() ? "" : "|").append(literal(alert.rule().name().value()));
    }
    return quoted("alertname=~" + GoQuote.quote(regex.toString()));
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
