package dev.firedrill.replay.sweep;

import dev.firedrill.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One setting of a rule that is varied.
///
/// @param key as it was given: `for`, `keep_firing_for`, `range`, `range:5m`, `0.9`, `0.9#2`
/// @param kind what it changes
/// @param places of the expression's text that take the value; none for `for` and
///     `keep_firing_for`
/// @param current what stands there now; several texts, with a slash between, where places differ
/// @param values what is tried, in the order given; of texts that mean the same, the first
public record SweepAxis(
    String key, Kind kind, List<Span> places, String current, List<String> values) {
  /// What a setting is.
  public enum Kind {
    FOR,
    KEEP_FIRING_FOR,
    /// Ranges of the expression.
    RANGE,
    /// A number of the expression.
    NUMBER
  }

  public SweepAxis {
    places = List.copyOf(places);
    values = distinct(kind, values);
  }

  private static List<String> distinct(Kind kind, List<String> values) {
    Map<Object, String> byMeaning = new LinkedHashMap<>();
    values.forEach(value -> byMeaning.putIfAbsent(SettingValue.meaning(kind, value), value));
    return List.copyOf(byMeaning.values());
  }

  /// {@return whether a value is what stands there now, however it is written}
  public boolean isCurrent(String value) {
    return SettingValue.same(kind, value, current);
  }
}
