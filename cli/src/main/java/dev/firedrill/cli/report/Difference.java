package dev.firedrill.cli.report;

import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A label, an annotation or a value of two things, as it was expected and as it was.
///
/// @param what the label, annotation or value
/// @param expected null where there was to be none
/// @param got null where there is none
record Difference(String what, @Nullable String expected, @Nullable String got, boolean differs) {
  /// {@return all labels, annotations and values of the two, equal ones too}
  static List<Difference> rows(Observation expected, Observation got) {
    List<Difference> rows = new ArrayList<>();
    compare("", expected.labels(), got.labels(), rows);
    if (expected instanceof FiringAlert one && got instanceof FiringAlert other) {
      compare("annotation ", one.annotations(), other.annotations(), rows);
    }
    if (expected instanceof ResultSample one && got instanceof ResultSample other) {
      // As numbers, since NaN is not as expected even where it is expected.
      boolean differs =
          one.value() != other.value() || !Objects.equals(one.histogram(), other.histogram());
      rows.add(new Difference("value", one.valueText(), other.valueText(), differs));
    }
    return rows;
  }

  /// {@return what differs between the two}
  static List<Difference> between(Observation expected, Observation got) {
    return rows(expected, got).stream().filter(Difference::differs).toList();
  }

  private static void compare(
      String kind, Map<String, String> expected, Map<String, String> got, List<Difference> rows) {
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(got.keySet());
    for (String name : names) {
      String one = expected.get(name);
      String other = got.get(name);
      boolean same = one == null ? other == null : one.equals(other);
      rows.add(new Difference(kind + name, one, other, !same));
    }
  }
}
