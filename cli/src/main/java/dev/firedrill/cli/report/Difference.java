package dev.firedrill.cli.report;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where something is not as expected.
///
/// @param what the label, annotation or value
/// @param expected as people read it; `none` where nothing was expected
/// @param got as people read it; `none` where there is nothing
record Difference(String what, String expected, String got) {
  private static final String NONE = "none";

  static List<Difference> between(Observation expected, Observation got) {
    List<Difference> differences = new ArrayList<>();
    compare("label ", expected.labels(), got.labels(), differences);
    if (expected instanceof FiringAlert one && got instanceof FiringAlert other) {
      compare("annotation ", one.annotations(), other.annotations(), differences);
    }
    // As numbers, since NaN is not as expected even where it is expected.
    if (expected instanceof ResultSample one
        && got instanceof ResultSample other
        && (one.value() != other.value() || !Objects.equals(one.histogram(), other.histogram()))) {
      differences.add(new Difference("value", one.valueText(), other.valueText()));
    }
    return differences;
  }

  private static void compare(
      String kind,
      Map<String, String> expected,
      Map<String, String> got,
      List<Difference> differences) {
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(got.keySet());
    for (String name : names) {
      String one = quoted(expected.get(name));
      String other = quoted(got.get(name));
      if (!one.equals(other)) {
        differences.add(new Difference(kind + name, one, other));
      }
    }
  }

  private static String quoted(@Nullable String text) {
    return text == null ? NONE : GoQuote.quote(text);
  }
}
