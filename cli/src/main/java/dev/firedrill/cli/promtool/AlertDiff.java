package dev.firedrill.cli.promtool;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.Utf8Order;
import dev.firedrill.rules.test.Observation.FiringAlert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Alerts as JSON with what differs coloured, as promtool's `--diff` shows them: red for what is
/// expected only, green for what was there only, yellow for what changed.
final class AlertDiff {
  private static final String STEP = "    ";
  private static final String MARGIN = "            ";
  private static final String GOT = "\u001b[0;32m";
  private static final String EXPECTED = "\u001b[0;31m";
  private static final String CHANGED = "\u001b[0;33m";
  private static final String END = "\u001b[0m";
  private static final FiringAlert NOTHING = new FiringAlert(new TreeMap<>(), new TreeMap<>());

  private final StringBuilder out = new StringBuilder();

  private AlertDiff() {}

  /// {@return the differences}
  static String of(List<FiringAlert> expected, List<FiringAlert> got) {
    // No alerts show as one that is empty, so that there is something to compare with.
    AlertDiff diff = new AlertDiff();
    diff.list(
        expected.isEmpty() ? List.of(NOTHING) : expected, got.isEmpty() ? List.of(NOTHING) : got);
    return diff.out.toString();
  }

  private void list(List<FiringAlert> expected, List<FiringAlert> got) {
    out.append('[');
    int size = Math.max(expected.size(), got.size());
    for (int i = 0; i < size; i++) {
      line(1);
      if (i >= got.size()) {
        painted(EXPECTED, expected.get(i));
      } else if (i >= expected.size()) {
        painted(GOT, got.get(i));
      } else {
        alert(expected.get(i), got.get(i));
      }
      out.append(i + 1 < size ? "," : "");
    }
    line(0);
    out.append(']');
  }

  private void painted(String colour, FiringAlert alert) {
    out.append(colour);
    alert(alert, alert);
    out.append(END);
  }

  private void alert(FiringAlert expected, FiringAlert got) {
    out.append('{');
    line(2);
    out.append("\"Annotations\": ");
    map(expected.annotations(), got.annotations());
    out.append(',');
    line(2);
    out.append("\"Labels\": ");
    map(expected.labels(), got.labels());
    line(1);
    out.append('}');
  }

  private void map(Map<String, String> expected, Map<String, String> got) {
    TreeSet<String> names = new TreeSet<>(Utf8Order.COMPARATOR);
    names.addAll(expected.keySet());
    names.addAll(got.keySet());
    out.append('{');
    boolean first = true;
    for (String name : names) {
      out.append(first ? "" : ",");
      line(3);
      entry(name, expected.get(name), got.get(name));
      first = false;
    }
    if (!first) {
      line(2);
    }
    out.append('}');
  }

  private void entry(String name, @Nullable String expected, @Nullable String got) {
    String key = Json.quote(name) + ": ";
    if (expected == null) {
      out.append(GOT).append(key).append(Json.quote(String.valueOf(got))).append(END);
    } else if (got == null) {
      out.append(EXPECTED).append(key).append(Json.quote(expected)).append(END);
    } else if (expected.equals(got)) {
      out.append(key).append(Json.quote(expected));
    } else {
      out.append(key).append(CHANGED).append(Json.quote(expected));
      out.append(" => ").append(Json.quote(got)).append(END);
    }
  }

  private void line(int depth) {
    out.append('\n').append(MARGIN).append(STEP.repeat(depth));
  }
}
