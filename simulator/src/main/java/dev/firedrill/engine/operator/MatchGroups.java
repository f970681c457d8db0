package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers the label sets by which the series of two vectors find each other.
final class MatchGroups {
  private final VectorMatching matching;
  private final Set<String> names;
  private final Map<Labels, Integer> numbers = new HashMap<>();
  private final List<Labels> keys = new ArrayList<>();

  MatchGroups(VectorMatching matching) {
    this.matching = matching;
    this.names = Set.copyOf(matching.labels());
  }

  /// {@return the number of the group of each series}
  int[] number(List<Labels> series) {
    int[] groups = new int[series.size()];
    for (int i = 0; i < groups.length; i++) {
      Labels key = key(series.get(i));
      groups[i] = numbers.computeIfAbsent(key, fresh -> numbers.size());
      if (groups[i] == keys.size()) {
        keys.add(key);
      }
    }
    return groups;
  }

  /// {@return the number of groups}
  int count() {
    return keys.size();
  }

  /// {@return the labels by which the series of a group match}
  Labels key(int group) {
    return keys.get(group);
  }

  private Labels key(Labels labels) {
    return matching.on()
        ? LabelSelection.keep(labels, names)
        : LabelSelection.dropWithName(labels, names);
  }
}
