package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Into which group of an aggregation each series falls.
final class SeriesGroups {
  private final LabelMapping mapping;

  private SeriesGroups(LabelMapping mapping) {
    this.mapping = mapping;
  }

  /// {@return the groups of an aggregation}
  static SeriesGroups of(Grouping grouping, List<Labels> series) {
    Set<String> names = Set.copyOf(grouping.labels());
    return new SeriesGroups(
        LabelMapping.of(
            series,
            labels ->
                grouping.without()
                    ? LabelSelection.dropWithName(labels, names)
                    : LabelSelection.keep(labels, names)));
  }

  /// {@return the groups of series whose labels are the same}
  /// @param keys the labels that count, for each series
  static SeriesGroups of(List<Labels> keys) {
    return new SeriesGroups(LabelMapping.of(keys));
  }

  /// {@return the labels of each group, by the first of its series}
  List<Labels> labels() {
    return mapping.outputs();
  }

  /// {@return the number of a series' group}
  int of(int series) {
    return mapping.target(series);
  }

  /// {@return the number of groups}
  int count() {
    return mapping.outputs().size();
  }

  /// {@return whether a series of a group that loses its name has any value}
  boolean anyLosesName(int group, Operator vector, StepBatches steps) {
    // Asked once only: what is nested deeply would be asked twice as often with each level.
    List<Integer> losing = new ArrayList<>();
    boolean all = true;
    for (int series = 0; series < vector.series().size(); series++) {
      if (of(series) == group) {
        if (vector.losesName(series)) {
          losing.add(series);
        } else {
          all = false;
        }
      }
    }
    if (all) {
      return !losing.isEmpty();
    }
    for (int series : losing) {
      if (steps.everHas(vector, series)) {
        return true;
      }
    }
    return false;
  }

  /// {@return the grouping as PromQL writes it, with a leading blank; empty where there is none}
  static String describe(Grouping grouping) {
    if (!grouping.without() && grouping.labels().isEmpty()) {
      return "";
    }
    return (grouping.without() ? " without " : " by ") + grouping.labels();
  }
}
