package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;

/// Takes the metric name off labels, and what else describes the metric rather than its source.
public final class MetricName {
  private MetricName() {}

  /// {@return the labels without `__name__`, `__type__` and `__unit__`}
  public static Labels drop(Labels labels) {
    boolean there =
        labels.has(Labels.METRIC_NAME) || labels.has("__type__") || labels.has("__unit__");
    return there ? labels.without(Labels.METRIC_NAME, "__type__", "__unit__") : labels;
  }
}
