package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.replay.AlertReplay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What alerts are called: by their names, and where several have one name, by their places, too.
record AlertTitles(Set<String> ambiguous) {
  /// {@return the titles of alerts that are shown together}
  static AlertTitles of(List<AlertReplay> alerts) {
    Set<String> seen = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (AlertReplay alert : alerts) {
      String name = alert.rule().name().value();
      if (!seen.add(name)) {
        ambiguous.add(name);
      }
    }
    return new AlertTitles(ambiguous);
  }

  /// {@return a title in full}
  String of(AlertReplay alert) {
    return alert.rule().name().value() + place(alert);
  }

  /// {@return a title, the name in it shortened where it does not fit}
  /// @param width in columns
  String of(AlertReplay alert, int width) {
    String name = alert.rule().name().value();
    String place = place(alert);
    int room = Math.max(1, width - DisplayWidth.of(place));
    String shown = DisplayWidth.of(name) > room ? DisplayWidth.head(name, room - 1) + "…" : name;
    return tail(shown + place, width);
  }

  // The end of what does not fit: there is the line.
  private static String tail(String text, int width) {
    return DisplayWidth.of(text) > width ? "…" + DisplayWidth.tail(text, width - 1) : text;
  }

  private String place(AlertReplay alert) {
    if (!ambiguous.contains(alert.rule().name().value())) {
      return "";
    }
    Location location = alert.rule().location();
    return " (" + location.file().path() + ":" + location.start().line() + ")";
  }
}
