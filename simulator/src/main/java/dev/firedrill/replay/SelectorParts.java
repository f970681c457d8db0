package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A selector taken apart into classes of its series, by a label whose values differ from class to
/// class.
final class SelectorParts {
  private static final int MOST_VALUES = 100;
  // By these series are scraped differently most often.
  private static final List<String> FIRST = List.of("job", Labels.METRIC_NAME, "instance");

  private SelectorParts() {}

  /// {@return what selects the series of each class; where no label tells them apart, that of the
  ///     most series has all}
  ///
  /// @param classes those of series; without series that are of no class
  static Map<Integer, List<LabelMatcher>> of(
      List<LabelMatcher> matchers, Set<Labels> series, Map<Labels, Integer> classes) {
    Map<Integer, List<Labels>> members = new TreeMap<>();
    for (Labels each : series) {
      Integer own = classes.get(each);
      if (own != null) {
        members.computeIfAbsent(own, _ -> new ArrayList<>()).add(each);
      }
    }
    if (members.size() > 1) {
      for (String label : labels(series)) {
        Optional<Map<Integer, List<LabelMatcher>>> parts = by(label, matchers, members);
        if (parts.isPresent()) {
          return parts.get();
        }
      }
    }
    Map<Integer, List<LabelMatcher>> whole = new HashMap<>();
    members.entrySet().stream()
        .max(Comparator.comparingInt(each -> each.getValue().size()))
        .ifPresent(each -> whole.put(each.getKey(), matchers));
    return whole;
  }

  private static List<String> labels(Set<Labels> series) {
    Set<String> others = new TreeSet<>();
    for (Labels each : series) {
      for (int i = 0; i < each.size(); i++) {
        others.add(each.name(i));
      }
    }
    List<String> labels = new ArrayList<>(FIRST);
    labels.retainAll(others);
    others.removeAll(FIRST);
    labels.addAll(others);
    return labels;
  }

  private static Optional<Map<Integer, List<LabelMatcher>>> by(
      String label, List<LabelMatcher> matchers, Map<Integer, List<Labels>> members) {
    Map<String, Integer> owners = new TreeMap<>();
    for (Map.Entry<Integer, List<Labels>> each : members.entrySet()) {
      for (Labels labels : each.getValue()) {
        Integer other = owners.putIfAbsent(labels.get(label), each.getKey());
        if ((other != null && !other.equals(each.getKey())) || owners.size() > MOST_VALUES) {
          return Optional.empty();
        }
      }
    }
    Map<Integer, Set<String>> values = new TreeMap<>();
    owners.forEach(
        (value, owner) -> values.computeIfAbsent(owner, _ -> new TreeSet<>()).add(value));
    Map<Integer, List<LabelMatcher>> parts = new HashMap<>();
    values.forEach(
        (owner, own) -> {
          List<LabelMatcher> narrower = new ArrayList<>(matchers);
          narrower.add(LabelMatcher.anyOf(label, own));
          parts.put(owner, narrower);
        });
    return Optional.of(parts);
  }
}
