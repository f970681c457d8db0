package dev.firedrill.rules.test.update;

import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which of the items written for an assertion stand for which of the things that were there.
///
/// @param changed by the number of the item, what it must become
/// @param removed numbers of items that nothing is like
/// @param added what no item is like
record ItemPairs(
    Map<Integer, Observation> changed, List<Integer> removed, List<Observation> added) {
  /// Pairs items with what was there: first those that are equal, then those most alike.
  ///
  /// @param written in the order of the file
  static ItemPairs pair(List<Observation> written, List<Observation> got) {
    List<Integer> items = new ArrayList<>();
    List<Observation> rest = new ArrayList<>(got);
    for (int i = 0; i < written.size(); i++) {
      if (!rest.remove(written.get(i))) {
        items.add(i);
      }
    }
    Map<Integer, Observation> changed = new TreeMap<>();
    while (!items.isEmpty() && !rest.isEmpty()) {
      int bestItem = 0;
      int bestGot = 0;
      int best = -1;
      for (int i = 0; i < items.size(); i++) {
        for (int j = 0; j < rest.size(); j++) {
          int alike = alike(written.get(items.get(i)), rest.get(j));
          if (alike > best) {
            best = alike;
            bestItem = i;
            bestGot = j;
          }
        }
      }
      boolean onlyOnes = items.size() == 1 && rest.size() == 1;
      if (best <= 0 && !onlyOnes) {
        break;
      }
      changed.put(items.remove(/* index */ bestItem), rest.remove(bestGot));
    }
    return new ItemPairs(changed, items, rest);
  }

  private static int alike(Observation one, Observation other) {
    int alike = common(one.labels(), other.labels());
    return switch (one) {
      case FiringAlert alert when other instanceof FiringAlert that ->
          alike - 1 + common(alert.annotations(), that.annotations());
      case ResultSample sample when other instanceof ResultSample that ->
          alike + (Double.compare(sample.value(), that.value()) == 0 ? 1 : 0);
      default -> 0;
    };
  }

  private static int common(Map<String, String> one, Map<String, String> other) {
    int common = 0;
    for (Map.Entry<String, String> entry : one.entrySet()) {
      common += entry.getValue().equals(other.get(entry.getKey())) ? 1 : 0;
    }
    return common;
  }
}
