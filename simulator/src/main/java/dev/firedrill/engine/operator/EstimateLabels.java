package dev.firedrill.engine.operator;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The labels of what is estimated of histograms. Where a label has the parameter as its value,
/// there are as many series as the parameter has values at all steps.
final class EstimateLabels {
  private final @Nullable String label;
  private final Map<String, Integer> starts = new LinkedHashMap<>();

  /// @param label null where there is no such label
  EstimateLabels(@Nullable String label, HistogramEstimate estimate, StepBatches steps) {
    this.label = label;
    if (label == null) {
      starts.put("", 0);
      return;
    }
    Operator parameter = estimate.parameters().getFirst();
    steps.until(
        run -> {
          for (double value : ScalarColumn.read(parameter, run.first(), run.steps())) {
            starts.putIfAbsent(text(value), 0);
          }
          return false;
        });
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "NaN" : GoFloat.openMetrics(value);
  }

  /// Adds the labels of all results.
  ///
  /// @param histograms the labels of the histograms
  void addTo(List<Labels> all, List<Labels> histograms) {
    String name = label;
    for (String text : List.copyOf(starts.keySet())) {
      starts.put(text, all.size());
      for (Labels labels : histograms) {
        all.add(name == null ? labels : labels.toBuilder().set(name, text).build());
      }
    }
  }

  /// {@return the place of the first histogram's result}
  int start(double[] parameters) {
    return starts.getOrDefault(label == null ? "" : text(parameters[0]), 0);
  }
}
