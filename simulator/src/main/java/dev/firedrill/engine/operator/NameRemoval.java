package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;

/// When the metric name goes from series whose values are no longer those of the metric.
public enum NameRemoval {
  /// At once, so that series which differ in the name alone meet there.
  AT_ONCE {
    @Override
    public Labels drop(Labels labels) {
      return MetricName.drop(labels);
    }
  },
  /// When the whole expression is evaluated; until then the series are marked by
  /// [Operator#losesName].
  AT_THE_END {
    @Override
    public Labels drop(Labels labels) {
      return labels;
    }
  };

  /// {@return the labels of a series from here on}
  public abstract Labels drop(Labels labels);

  /// {@return whether the series is marked from here on}
  public boolean marks() {
    return this == AT_THE_END;
  }
}
