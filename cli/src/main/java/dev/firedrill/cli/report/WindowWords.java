package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.compare.AlertWindow;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.MovedWindow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Windows in which alerts fire otherwise, in words: a line each, by instance.
///
/// @param zone in which times are shown
record WindowWords(ZoneId zone) {
  /// {@return the lines of each instance in the order of time, which start with `+` for a window
  ///     that is new, `-` for one that is gone and `~` for one that has moved; the instances by
  ///     their first windows}
  Map<Labels, List<String>> lines(BehaviourChange change) {
    List<Line> all = new ArrayList<>();
    change.removed().forEach(window -> all.add(line(window, "- " + when(window))));
    change.moved().forEach(moved -> all.add(line(moved.after(), "~ " + moved(moved))));
    change.added().forEach(window -> all.add(line(window, "+ " + when(window))));
    // Of windows that start together, what was comes first.
    all.sort(Comparator.comparingLong(Line::start));
    Map<Labels, List<String>> lines = new LinkedHashMap<>();
    Map<Labels, Labels> latest = new HashMap<>();
    change.relabelled().forEach(pair -> latest.put(pair.before(), pair.after()));
    for (Line line : all) {
      Labels labels = latest.getOrDefault(line.labels(), line.labels());
      lines.computeIfAbsent(labels, each -> new ArrayList<>()).add(line.text());
    }
    for (BehaviourChange.Relabelled pair : change.relabelled()) {
      lines
          .computeIfAbsent(pair.after(), each -> new ArrayList<>())
          .add("  had " + former(pair.before(), pair.after()));
    }
    return lines;
  }

  private record Line(Labels labels, long start, String text) {}

  private static Line line(AlertWindow window, String text) {
    return new Line(window.labels(), window.interval().start(), text);
  }

  // The labels that differ, as they were; empty ones where there was none.
  private static String former(Labels before, Labels after) {
    List<String> words = new ArrayList<>();
    Labels.Builder both = before.toBuilder();
    after.forEach(both::set);
    for (String name : both.build().names()) {
      if (!before.get(name).equals(after.get(name))) {
        words.add(before.has(name) ? name + "=" + GoQuote.quote(before.get(name)) : "no " + name);
      }
    }
    return String.join(", ", words);
  }

  private String moved(MovedWindow moved) {
    return when(moved.after()) + ": " + shifts(moved);
  }

  /// {@return how a window has moved: `starts 5m later, ends 1m earlier`}
  static String shifts(MovedWindow moved) {
    List<String> words = new ArrayList<>();
    if (moved.startShift() != 0) {
      words.add("starts " + shift(moved.startShift()));
    }
    if (moved.endShift() != 0) {
      words.add("ends " + shift(moved.endShift()));
    } else if (moved.before().interval().open() != moved.after().interval().open()) {
      words.add(moved.after().interval().open() ? "no longer ends" : "now ends");
    }
    return String.join(", ", words);
  }

  private static String shift(long millis) {
    return ClockText.duration(Math.abs(millis)) + (millis > 0 ? " later" : " earlier");
  }

  private String when(AlertWindow window) {
    ClockText clock = new ClockText(zone);
    AlertInterval firing = window.interval();
    String end = firing.open() ? "the end" : clock.after(firing.start(), firing.end());
    return clock.full(firing.start()) + " to " + end + ", " + ClockText.duration(firing.length());
  }
}
