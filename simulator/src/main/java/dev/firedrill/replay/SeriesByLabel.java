package dev.firedrill.replay;

import dev.firedrill.labels.Labels;
import dev.firedrill.replay.condition.Narrowing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Series sorted by the label that tells most of them apart, so that those of an instance are found
/// without a look at all.
final class SeriesByLabel {
  private final Collection<Labels> all;
  private final String label;
  private final Map<String, List<Labels>> byValue = new HashMap<>();

  private SeriesByLabel(Collection<Labels> all, String label) {
    this.all = all;
    this.label = label;
    for (Labels series : all) {
      byValue.computeIfAbsent(series.get(label), _ -> new ArrayList<>()).add(series);
    }
  }

  /// {@return the series, sorted}
  static SeriesByLabel of(Collection<Labels> all) {
    Map<String, Set<String>> values = new HashMap<>();
    for (Labels series : all) {
      series.forEach(
          (name, value) -> values.computeIfAbsent(name, _ -> new HashSet<>()).add(value));
    }
    String label = Labels.METRIC_NAME;
    int most = 0;
    for (Map.Entry<String, Set<String>> each : values.entrySet()) {
      int distinct = each.getKey().equals(Labels.METRIC_NAME) ? 0 : each.getValue().size();
      if (distinct > most) {
        most = distinct;
        label = each.getKey();
      }
    }
    return new SeriesByLabel(all, label);
  }

  /// {@return those that are of interest, and perhaps more: those with the value of one label, and
  ///     those without it}
  List<Collection<Labels>> near(Narrowing narrowing) {
    String value = narrowing.labels().get(label);
    return value.isEmpty()
        ? List.of(all)
        : List.of(byValue.getOrDefault(value, List.of()), byValue.getOrDefault("", List.of()));
  }
}
