package dev.firedrill.replay.sweep;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.sweep.SweepAxis.Kind;
import dev.firedrill.rules.Rule.AlertingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is to be varied: `for=1m,5m`, `range:5m=5m,10m`, `0.9=0.8,0.9`, `0.9#2=0.8,0.9`.
final class AxisReader {
  private static final String RANGE = "range";
  private static final String ALL = "all";

  private final ExprPlaces places;
  private final AlertingRule rule;

  AxisReader(AlertingRule rule) {
    this.rule = rule;
    this.places = ExprPlaces.of(rule.expr());
  }

  /// {@return what is to be varied}
  /// @throws SweepException if the rule has no such setting, or has several
  SweepAxis read(String written) {
    int equals = written.indexOf('=');
    if (equals <= 0 || equals == written.length() - 1) {
      throw new SweepException(
          "--set '" + written + "': expected KEY=VALUE,VALUE, as for=1m,5m or 0.9=0.8,0.95");
    }
    String key = written.substring(0, equals).strip();
    List<String> values = new ArrayList<>();
    for (String value : List.of(written.substring(equals + 1).split(",", -1))) {
      values.add(value.strip());
    }
    SweepAxis axis = axis(key, values);
    axis.values().forEach(value -> SettingValue.check(key, axis.kind(), value));
    return axis;
  }

  /// {@return the key of a number of an expression: `0.9`, or `0.9#2` where it stands there twice}
  /// @param place of the number
  static String key(AlertingRule rule, Span place) {
    AxisReader reader = new AxisReader(rule);
    String text = reader.places.text(place);
    List<Span> same = reader.numbers(text);
    return same.size() == 1 ? text : text + "#" + (same.indexOf(place) + 1);
  }

  private SweepAxis axis(String key, List<String> values) {
    return switch (key) {
      case "for" -> timing(key, Kind.FOR, rule.holdDuration(), values);
      case "keep_firing_for" -> timing(key, Kind.KEEP_FIRING_FOR, rule.keepFiringFor(), values);
      case RANGE -> within(key, Kind.RANGE, allRanges(), values);
      default ->
          key.startsWith(RANGE + ":")
              ? within(key, Kind.RANGE, ranges(key.substring(RANGE.length() + 1)), values)
              : literal(key, values);
    };
  }

  private static SweepAxis timing(
      String key, Kind kind, @Nullable Located<Duration> now, List<String> values) {
    long millis = now == null ? 0 : now.value().toMillis();
    return new SweepAxis(key, kind, List.of(), PrometheusDuration.format(millis), values);
  }

  private SweepAxis within(String key, Kind kind, List<Span> spans, List<String> values) {
    return new SweepAxis(key, kind, spans, places.texts(spans), values);
  }

  private List<Span> allRanges() {
    if (places.ranges().isEmpty()) {
      throw new SweepException("--set range: the expression selects no ranges" + offered());
    }
    return places.ranges();
  }

  private List<Span> ranges(String text) {
    List<Span> found = matchingRanges(text);
    if (found.isEmpty()) {
      throw new SweepException(
          "--set range:" + text + ": the expression has no such range" + offered());
    }
    return found;
  }

  private List<Span> matchingRanges(String text) {
    List<Span> all = new ArrayList<>(places.ranges());
    all.addAll(places.subqueries());
    return all.stream()
        .filter(span -> SettingValue.same(Kind.RANGE, text, places.text(span)))
        .toList();
  }

  private SweepAxis literal(String key, List<String> values) {
    int hash = key.lastIndexOf('#');
    String text = hash < 0 ? key : key.substring(0, hash);
    List<Span> found = numbers(text);
    if (found.isEmpty()) {
      List<Span> ranges = matchingRanges(text);
      if (ranges.isEmpty() || hash >= 0) {
        throw new SweepException("--set '" + key + "': the rule has no such setting" + offered());
      }
      return within(key, Kind.RANGE, ranges, values);
    }
    if (hash >= 0) {
      return within(key, Kind.NUMBER, chosen(key, key.substring(hash + 1), found), values);
    }
    if (found.size() > 1) {
      throw new SweepException(
          "--set '" + key + "': stands in several places: choose one of " + numbered(text, found));
    }
    return within(key, Kind.NUMBER, found, values);
  }

  // As it is written, else by its value.
  private List<Span> numbers(String text) {
    List<Span> same =
        places.numbers().stream().filter(span -> places.text(span).equals(text)).toList();
    return same.isEmpty()
        ? places.numbers().stream()
            .filter(span -> SettingValue.same(Kind.NUMBER, text, places.text(span)))
            .toList()
        : same;
  }

  private List<Span> chosen(String key, String number, List<Span> found) {
    if (number.equals(ALL)) {
      return found;
    }
    for (int i = 0; i < found.size(); i++) {
      if (number.equals(String.valueOf(i + 1))) {
        return List.of(found.get(i));
      }
    }
    String text = key.substring(0, key.lastIndexOf('#'));
    throw new SweepException("--set '" + key + "': choose one of " + numbered(text, found));
  }

  private String numbered(String text, List<Span> found) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      words.add(text + "#" + (i + 1) + " (" + places.where(found.get(i)) + ")");
    }
    return String.join(", ", words) + ", or " + text + "#all";
  }

  private String offered() {
    StringBuilder text = new StringBuilder(": in ").append(places.path());
    text.append(" there are for, keep_firing_for");
    if (!places.ranges().isEmpty() || !places.subqueries().isEmpty()) {
      List<Span> all = new ArrayList<>(places.ranges());
      all.addAll(places.subqueries());
      text.append(", the ranges ").append(places.listed(all));
    }
    if (!places.numbers().isEmpty()) {
      text.append(", the numbers ").append(places.listed(places.numbers()));
    }
    return text.toString();
  }
}
